import type { Model } from './model.ts';
import type { Message } from './read-message.ts';
import type { Vector } from './to-vector.ts';

/** Names of the signals that say whether any answer fits, in the order of {@link measureSignals}. */
export const SIGNALS = [
  /** Score of the best answer: how much its phrasings look like the message. */
  'best',
  /** How far the best is ahead of the second. */
  'margin',
  /** Score of "no answer fits". */
  'off-topic',
  /** Share of the message's features that occur in the phrasings at all. */
  'coverage',
  /** Share of the message's features that speak for the best answer. */
  'explained',
  /** Telling words that no question of this subject has used: how many, at most three. */
  'foreign',
  /** The same as a share of the words of the question. */
  'foreign-share',
  /** Letters that are no word, even after repair: how many, at most three. */
  'garbled',
  /** Words of the vocabulary in the question: how many, at most three. */
  'concepts',
  /** Words of the question, as a logarithm. */
  'length',
] as const;
export type SignalName = (typeof SIGNALS)[number];

export function measureSignals(
  message: Message,
  vector: Vector,
  scores: Float64Array,
  best: number,
  second: number,
  model: Model,
): Record<SignalName, number> {
  let foreign = 0;
  let garbled = 0;
  let words = 0;
  let concepts = 0;
  for (const sentence of message.sentences) {
    for (const word of sentence.words) {
      if (word.foreign) foreign += sentence.weight;
      if (word.garbled) garbled += sentence.weight;
    }
    words += sentence.words.length * sentence.weight;
    concepts += sentence.weight * new Set(sentence.found.map(({ from }) => from)).size;
  }
  return {
    best: scores[best] ?? -1,
    margin: (scores[best] ?? 0) - (scores[second] ?? -1),
    'off-topic': scores[model.classes.length - 1] ?? 0,
    coverage: vector.coverage,
    explained: explained(vector, model, best),
    foreign: Math.min(3, foreign),
    'foreign-share': words > 0 ? foreign / words : 0,
    garbled: Math.min(3, garbled),
    concepts: Math.min(3, concepts),
    length: Math.log1p(words),
  };
}

function explained({ rows, values }: Vector, model: Model, best: number): number {
  let share = 0;
  for (let j = 0; j < rows.length; j += 1) {
    const weight = model.weights[(rows[j] as number) * model.classes.length + best] as number;
    if (weight > 0) share += (values[j] as number) ** 2;
  }
  return share;
}
