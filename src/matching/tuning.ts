import type { Corpus, Tuning } from './corpus.ts';

/** Every constant of the scoring. `intents/tuning.yaml` may replace any of them. */
export const DEFAULT_TUNING = {
  /** Share of each group of features in the length of a question's vector. */
  word: 1,
  pair: 0.8,
  letters: 0.8,
  kind: 0.5,
  synonym: 0.5,
  concept: 1,
  conceptPair: 0.8,
  /** Weight of a sentence that holds no question, in a message that holds one. */
  context: 1,
  /** Whether a sentence is read without its opening, such as `can you tell me`; 0: as it is. */
  openings: 1,
  /** Whether mistyped words are repaired, and with the words beside them; 0: not. */
  repair: 1,
  beside: 1,
  /** Hidden units beside the linear layer; 0: the linear layer alone, with `cost` and `bayes`. */
  hidden: 0,
  /** Inverse strength of the regularisation, and passes over the phrasings. */
  cost: 40,
  passes: 6,
  /** Share of naive Bayes in the weights. */
  bayes: 0.25,
  /** Every so many messages, one is learnt once more with slips of the fingers; 0: none. */
  slipsEvery: 0,
  /** The most that a repeated feature counts. */
  most: 1,
  /** How much more a feature counts that occurs in few classes (`rare`), and the oftener it does there (`steady`). */
  rare: 1,
  steady: 0.25,
  /** In how many messages a feature must occur to be learnt. */
  least: 1,
  /** From scores to probabilities among the answers. */
  sharpness: 1,
  /** Logistic regression on the signals: probability that some answer fits. */
  'fit-base': -6,
  'fit-odds': 0.8,
  'fit-explained': 6,
  'fit-concepts': 0,
  'fit-length': 0.5,
} as const satisfies Tuning;

export type Constants = { readonly [Name in keyof typeof DEFAULT_TUNING]: number };

/**
 * Where no off-topic messages are given: the weights that best told the phrasings of classes left out of training from
 * those of the classes that were in it, over six public data sets.
 */
const WITHOUT_OFF_TOPIC = {
  'fit-base': -3.9,
  'fit-odds': 0.38,
  'fit-explained': 2.6,
  'fit-length': 0,
} as const satisfies Tuning;

/** The constants of a corpus: its own where it has any, else the defaults. */
export function constants({ tuning, offTopic }: Pick<Corpus, 'tuning' | 'offTopic'>): Constants {
  return { ...DEFAULT_TUNING, ...(offTopic.length === 0 ? WITHOUT_OFF_TOPIC : {}), ...tuning };
}
