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
  const order = Array.from({ length: count }, (_, i) => i);
  return order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
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
  const powers = order.map((i) => Math.exp(sharpness * ((scores[i] as number) - top)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((value) => value / sum);
}
