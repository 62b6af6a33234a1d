import type { Tuning } from './corpus.ts';

/** Every constant of the scoring. `intents/tuning.yaml` may replace any of them. */
export const DEFAULT_TUNING = {
  /** Share of each group of features in the length of a question's vector. */
  word: 1,
  pair: 0.8,
  letters: 0.8,
  concept: 1,
  conceptPair: 0.8,
  /** Weight of a sentence that holds no question, in a message that holds one. */
  context: 0.25,
  /** Inverse strength of the regularisation, and passes over the phrasings. */
  cost: 20,
  passes: 6,
  /** Share of naive Bayes in the weights. */
  bayes: 0.35,
  /** Every so many messages, one is learnt once more with slips of the fingers; 0: none. */
  slipsEvery: 0,
  /** In how many messages a feature must occur to be learnt. */
  least: 1,
  /** From scores to probabilities among the answers. */
  sharpness: 0.5,
  /** Logistic regression on the signals: probability that some answer fits. */
  'fit-base': -6,
  'fit-odds': 0.8,
  'fit-explained': 6,
  'fit-concepts': 0,
  'fit-length': 0.5,
} as const satisfies Tuning;

export type Constants = { readonly [Name in keyof typeof DEFAULT_TUNING]: number };

/** The constants of a corpus: its own where it has any, else the defaults. */
export function constants(tuning: Tuning): Constants {
  return { ...DEFAULT_TUNING, ...tuning };
}
