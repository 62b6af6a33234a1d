import type { Model } from './model.ts';
import type { Message } from './read-message.ts';
import type { Vector } from './to-vector.ts';

/**
 * Names of the signals that say whether any answer fits. Margin to the second, foreign words, unknown letters and the
 * share of known features were tried too and added nothing: the linear layer has them among its features.
 */
export const SIGNALS = [
  /**
   * How far all answers together are ahead of "no answer fits": log odds, between -8 and 8. Where no off-topic messages
   * were learnt, the score of the best.
   */
  'odds',
  /** Share of the message's features that speak for the best answer. */
  'explained',
  /** Terms of the vocabulary in the question: how many, at most three. */
  'concepts',
  /** Words of the question, as a logarithm. */
  'length',
] as const;
export type SignalName = (typeof SIGNALS)[number];

const MOST_ODDS = 8;
const MOST_CONCEPTS = 3;

/** @param best number of the answer with the highest score */
export function measureSignals(
  message: Message,
  vector: Vector,
  scores: Float64Array,
  best: number,
  model: Model,
): Record<SignalName, number> {
  let words = 0;
  let concepts = 0;
  for (const sentence of message.sentences) {
    words += sentence.words.length * sentence.weight;
    concepts += sentence.weight * new Set(sentence.found.map(({ from }) => from)).size;
  }
  return {
    odds: model.knowsOffTopic
      ? Math.max(-MOST_ODDS, Math.min(MOST_ODDS, oddsOf(scores)))
      : (scores[best] as number),
    explained: explained(vector, model, best),
    concepts: Math.min(MOST_CONCEPTS, concepts),
    length: Math.log1p(words),
  };
}

function oddsOf(scores: Float64Array): number {
  const offTopic = scores.length - 1;
  let sum = 0;
  for (let c = 0; c < offTopic; c += 1) sum += Math.exp(scores[c] as number);
  return Math.log(sum) - (scores[offTopic] as number);
}

function explained({ rows, values }: Vector, model: Model, best: number): number {
  let share = 0;
  for (let j = 0; j < rows.length; j += 1) {
    const weight = model.weights[(rows[j] as number) * model.classes.length + best] as number;
    if (weight > 0) share += (values[j] as number) ** 2;
  }
  return share;
}
