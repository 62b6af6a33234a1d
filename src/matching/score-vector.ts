import type { SignalName } from './measure-signals.ts';
import { SIGNALS } from './measure-signals.ts';
import type { Model } from './model.ts';
import type { Vector } from './to-vector.ts';
import type { Constants } from './tuning.ts';

/**
 * Fills `scores` with what the linear layer gives a message for every class: the answers, then "no answer fits". The
 * array is the caller's, so that a question leaves no buffer behind for the garbage collector.
 */
export function scoreVector(model: Model, { rows, values }: Vector, scores: Float64Array): void {
  const classes = model.classes.length;
  scores.fill(0);
  for (let j = 0; j < rows.length; j += 1) {
    const row = rows[j] as number;
    const value = (values[j] as number) * (model.scales[row] as number);
    const base = row * classes;
    for (let c = 0; c < classes; c += 1) {
      scores[c] = (scores[c] as number) + value * (model.weights[base + c] as number);
    }
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
