import type { SignalName } from './measure-signals.ts';
import { SIGNALS } from './measure-signals.ts';
import type { Hidden, Model } from './model.ts';
import type { Vector } from './to-vector.ts';
import type { Constants } from './tuning.ts';

/** The values of the vector at hand, each by the scale of its row. */
let scaled = new Float64Array(1 << 10);

/**
 * Fills `scores` with what the linear layer, and the hidden one where there is one, gives a message for every class: the
 * answers, then "no answer fits". The array is the caller's, so that a question leaves no buffer behind for the garbage
 * collector. Four classes at a time, so that their sums stay in registers: half of the time of a match went by here.
 */
export function scoreVector(model: Model, { rows, values }: Vector, scores: Float64Array): void {
  const { weights, scales } = model;
  const classes = model.classes.length;
  const count = rows.length;
  if (count > scaled.length) scaled = new Float64Array(count * 2);
  for (let j = 0; j < count; j += 1)
    scaled[j] = (values[j] as number) * (scales[rows[j] as number] as number);
  let c = 0;
  for (; c + 4 <= classes; c += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < count; j += 1) {
      const at = (rows[j] as number) * classes + c;
      const value = scaled[j] as number;
      s0 += value * (weights[at] as number);
      s1 += value * (weights[at + 1] as number);
      s2 += value * (weights[at + 2] as number);
      s3 += value * (weights[at + 3] as number);
    }
    scores[c] = s0;
    scores[c + 1] = s1;
    scores[c + 2] = s2;
    scores[c + 3] = s3;
  }
  for (; c < classes; c += 1) {
    let sum = 0;
    for (let j = 0; j < count; j += 1) {
      sum += (scaled[j] as number) * (weights[(rows[j] as number) * classes + c] as number);
    }
    scores[c] = sum;
  }
  if (model.hidden) addHidden(model.hidden, classes, rows, values, scores);
}

function addHidden(
  { inner, scales, bias, outer }: Hidden,
  classes: number,
  rows: readonly number[],
  values: readonly number[],
  scores: Float64Array,
): void {
  const width = bias.length;
  const count = rows.length;
  for (let j = 0; j < count; j += 1)
    scaled[j] = (values[j] as number) * (scales[rows[j] as number] as number);
  const add = (unit: number, sum: number): void => {
    if (sum <= 0) return;
    for (let c = 0; c < classes; c += 1)
      scores[c] = (scores[c] as number) + sum * (outer[unit * classes + c] as number);
  };
  // An even number of units, so two at a time.
  for (let u = 0; u < width; u += 2) {
    let s0 = bias[u] as number;
    let s1 = bias[u + 1] as number;
    for (let j = 0; j < count; j += 1) {
      const at = (rows[j] as number) * width + u;
      const value = scaled[j] as number;
      s0 += value * (inner[at] as number);
      s1 += value * (inner[at + 1] as number);
    }
    add(u, s0);
    add(u + 1, s1);
  }
}

/** Numbers of the first `count` classes by score, best first. */
export function rankScores(scores: Float64Array, count: number): number[] {
  // By insertion: for some dozens of classes quicker than a sort that calls back.
  const order: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const score = scores[i] as number;
    let place = i;
    for (; place > 0 && (scores[order[place - 1] as number] as number) < score; place -= 1) {
      order[place] = order[place - 1] as number;
    }
    order[place] = i;
  }
  return order;
}

/** Probability that some answer fits. */
export function probabilityOfFit(measured: Readonly<Record<SignalName, number>>, tuned: Constants): number {
  let logit = tuned['fit-base'];
  for (const name of SIGNALS) logit += tuned[`fit-${name}`] * measured[name];
  return 1 / (1 + Math.exp(-logit));
}

/** Probabilities of the classes of a ranking, in its order, given that one of them is right. */
export function probabilities(scores: Float64Array, order: readonly number[], sharpness: number): number[] {
  const top = scores[order[0] ?? 0] as number;
  const shares = order.map((i) => Math.exp(sharpness * ((scores[i] as number) - top)));
  let sum = 0;
  for (const power of shares) sum += power;
  for (let i = 0; i < shares.length; i += 1) shares[i] = (shares[i] as number) / sum;
  return shares;
}
