import type { AnswerId } from '../domain/ids.ts';

/** What people ask for one answer: a file of `intents/<group>/`. */
export interface Intent {
  readonly id: AnswerId;
  /** Name of the folder. The folder `talk` holds talk about the bot itself. */
  readonly group: string;
  /** What "it" and "that one" stand for after this answer, such as `the coma method`. */
  readonly topic: string;
  readonly phrasings: readonly string[];
}

/** Words and phrases that mean the same to the matcher: a synonym set, a kind of question, or a named class of things. */
export interface Concept {
  readonly name: string;
  /**
   * `word`: synonyms. `question`: what is asked (who, how much …). `facet`: which side of the subject is meant.
   * `class`: a set of things, such as medicines, of which any may be named in a question.
   */
  readonly kind: 'word' | 'question' | 'facet' | 'class';
  readonly terms: readonly string[];
}

/** `intents/vocabulary.yaml`. */
export interface Vocabulary {
  /** Other spellings and contractions of a word, and the words to read them as. */
  readonly spellings: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  /** Common words that say nothing about the subject: never foreign, never repaired, never enough for an answer. */
  readonly common: readonly string[];
  /** Words that alone say too little for an answer. */
  readonly generic: readonly string[];
  /** Greetings, thanks and sighs that stand around a question and weigh nothing there. */
  readonly courtesies: readonly string[];
}

/** `intents/follow-ups.yaml`: how a message that leans on the last answer is read. */
export interface FollowUps {
  /** Words at the start that show that a message goes on from the last one. */
  readonly openers: readonly string[];
  /** Words that stand for the last topic. */
  readonly pronouns: readonly string[];
  /** Concepts that name a subject outright: a message that holds one and does not open like a follow-up stands alone. */
  readonly anchors: readonly string[];
  /** For each side of the subject: the concept that names it, and which answer a kind of question leads to. */
  readonly facets: Readonly<Record<string, Facet>>;
  /** "the other one": from one side to the other. */
  readonly other: Readonly<Record<string, string>>;
  /** The side that each answer is about, and the kind of question that it answers. */
  readonly about: Readonly<Record<string, { readonly facet?: string | undefined; readonly asks: string }>>;
  /** After each answer, and after `any`: where a message leads that holds little more than one concept. */
  readonly after: Readonly<Record<string, Readonly<Record<string, AnswerId>>>>;
}

export interface Facet {
  readonly concept: string;
  /** Words that name it after an answer about both sides, such as `first`. */
  readonly ordinals: readonly string[];
  readonly answers: Readonly<Record<string, AnswerId>>;
}

/** Constants of the scoring, found by cross-validation: `intents/tuning.yaml`. */
export interface Tuning {
  readonly [name: string]: number;
}

/** Everything the matcher learns from. */
export interface Corpus {
  readonly intents: readonly Intent[];
  /** Messages that no answer fits. */
  readonly offTopic: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly followUps: FollowUps;
  readonly tuning: Tuning;
}

/** What is left of a corpus for a matcher whose model is trained: the texts, by far the most of it, are in the model. */
export function withoutTexts(corpus: Corpus): Corpus {
  return { ...corpus, intents: corpus.intents.map((intent) => ({ ...intent, phrasings: [] })), offTopic: [] };
}

export const NO_VOCABULARY: Vocabulary = {
  spellings: {},
  concepts: [],
  common: [],
  generic: [],
  courtesies: [],
};
export const NO_FOLLOW_UPS: FollowUps = {
  openers: [],
  pronouns: [],
  anchors: [],
  facets: {},
  other: {},
  about: {},
  after: {},
};
