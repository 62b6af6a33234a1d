import type { SignalName } from './measure-signals.ts';
import { SIGNALS } from './measure-signals.ts';
import type { Model } from './model.ts';
import type { Vector } from './to-vector.ts';
import type { Constants } from './tuning.ts';

/** What the linear layer gives a message for every class: the answers, then "no answer fits". */
export function scoreVector(model: Model, { rows, values }: Vector): Float64Array {
  const classes = model.classes.length;
  const scores = new Float64Array(classes);
  for (let j = 0; j < rows.length; j += 1) {
    const row = rows[j] as number;
    const value = (values[j] as number) * (model.scales[row] as number);
    const base = row * classes;
    for (let c = 0; c < classes; c += 1) {
      scores[c] = (scores[c] as number) + value * (model.weights[base + c] as number);
    }
  }
  return scores;
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

/** Probabilities of the first `count` classes, given that one of them is right. */
export function probabilities(scores: Float64Array, count: number, sharpness: number): Float64Array {
  const answers = scores.subarray(0, count);
  const top = Math.max(...answers);
  const powers = answers.map((value) => Math.exp(sharpness * (value - top)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((value) => value / sum);
}
