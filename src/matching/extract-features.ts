import type { Everyday } from './everyday.ts';
import { FeatureBag } from './feature-bag.ts';
import { hashPair, hashString, spread } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import type { Message, Sentence, Word } from './read-message.ts';

/** The groups of features, each with its reason. Their shares are in `tuning.ts`. */
export const GROUPS = [
  /** Stems of words: what is spoken of. */
  'word',
  /** Neighbouring words and words with one between, with words of an everyday class as that class: how it is put. */
  'pair',
  /** Rows of two to four letters as typed: unknown forms, compounds and slips of the fingers. */
  'letters',
  /** Everyday classes: `friday` where phrasings say `monday`. */
  'kind',
  /** Sets of everyday synonyms: `receive` where phrasings say `get`. */
  'synonym',
  /** Concepts of the vocabulary: what the subject calls by several names, and kinds of questions. */
  'concept',
  /** Pairs of concepts, near and together: which question about which thing. */
  'conceptPair',
] as const;
export type Group = (typeof GROUPS)[number];

/** Features of one message by group: hashed, and how much of each there is. Filled anew for every message. */
export type FeatureBags = Readonly<Record<Group, FeatureBag>>;

export function createFeatureBags(): FeatureBags {
  return {
    word: new FeatureBag(),
    pair: new FeatureBag(),
    letters: new FeatureBag(),
    kind: new FeatureBag(),
    synonym: new FeatureBag(),
    concept: new FeatureBag(),
    conceptPair: new FeatureBag(),
  };
}

const PAIR = 0x51ed27;
const SKIP = 0x3c6ef3;
const CONCEPT_PAIR = 0x7f4a7c;
const TOGETHER = 0x1b8735;
const FOREIGN = 0x64e6d1;
const START = 0x2545f491;
const LONGEST_WORD = 24;
const NONE: readonly number[] = [];

/** Fills the bags with the words, word pairs, letter n-grams, concepts and concept pairs of a message. */
export function extractFeatures(message: Message, lexicon: Lexicon, bags: FeatureBags): void {
  for (const group of GROUPS) bags[group].empty();
  for (const sentence of message.sentences) addSentence(bags, sentence, lexicon);
}

function addSentence(bags: FeatureBags, sentence: Sentence, lexicon: Lexicon): void {
  const { words, found, weight } = sentence;
  const stems = words.map((word) => hashString(word.stem));
  for (const stem of stems) bags.word.add(stem, weight);
  addPairs(bags.pair, addMeanings(bags, words, stems, lexicon.everyday, weight), weight, PAIR, SKIP);
  for (const word of words) addLetters(bags.letters, word.typed, weight);
  if (lexicon.concepts.length === 0) return;

  for (const word of words) if (word.foreign) bags.concept.add(FOREIGN, weight);
  addPairs(
    bags.conceptPair,
    canonicalRow(sentence, stems, lexicon),
    weight,
    CONCEPT_PAIR,
    CONCEPT_PAIR ^ SKIP,
  );
  const concepts: number[] = [];
  for (const { concept } of found) {
    const hash = lexicon.concepts[concept]?.hash;
    if (hash !== undefined && !concepts.includes(hash)) concepts.push(hash);
  }
  for (const a of concepts) {
    bags.concept.add(a, weight);
    for (const b of concepts) if (a < b) bags.conceptPair.add(hashPair(a, b, TOGETHER), weight);
  }
}

/** Adds the everyday classes and synonyms of the words; gives the sentence with each word of a class as that class. */
function addMeanings(
  bags: FeatureBags,
  words: readonly Word[],
  stems: readonly number[],
  { kinds, synonyms, number }: Everyday,
  weight: number,
): number[] {
  return words.map(({ stem, text }, i) => {
    for (const set of synonyms.get(stem) ?? NONE) bags.synonym.add(set, weight);
    const own = kinds.get(stem) ?? (/^\d/.test(text) ? [number] : NONE);
    for (const kind of own) bags.kind.add(kind, weight);
    return own[0] ?? (stems[i] as number);
  });
}

/** The feature of two words that follow each other; an empty first word is the start of a sentence. */
export function pairFeature(first: string, second: string, { stem, everyday }: Lexicon): number {
  const hash = (word: string): number =>
    everyday.kinds.get(stem(word))?.[0] ?? (/^\d/.test(word) ? everyday.number : hashString(stem(word)));
  return hashPair(first === '' ? START : hash(first), hash(second), PAIR);
}

/** The sentence with each term of the vocabulary replaced by its concept, and foreign words by one sign. */
function canonicalRow({ words, found }: Sentence, stems: readonly number[], lexicon: Lexicon): number[] {
  const row: number[] = [];
  let at = 0;
  for (let i = 0; i < words.length; ) {
    while (at < found.length && (found[at]?.from ?? 0) < i) at += 1;
    const term = found[at]?.from === i ? found[at] : undefined;
    const info = term && lexicon.concepts[term.concept];
    row.push(info ? info.hash : words[i]?.foreign ? FOREIGN : (stems[i] ?? 0));
    i = term ? term.to : i + 1;
  }
  return row;
}

function addPairs(bag: FeatureBag, row: readonly number[], weight: number, next: number, skip: number): void {
  for (let i = -1; i < row.length - 1; i += 1) {
    const a = i < 0 ? START : (row[i] as number);
    bag.add(hashPair(a, row[i + 1] as number, next), weight);
    if (i + 2 < row.length) bag.add(hashPair(a, row[i + 2] as number, skip), weight);
  }
}

function addLetters(bag: FeatureBag, word: string, weight: number): void {
  const length = Math.min(word.length, LONGEST_WORD) + 2;
  const code = (i: number): number => (i === 0 ? 94 : i === length - 1 ? 36 : word.charCodeAt(i - 1));
  for (let i = 0; i < length - 1; i += 1) {
    let hash = 0x6a09e667;
    for (let j = i; j < length && j < i + 4; j += 1) {
      hash = Math.imul(hash ^ code(j), 0x01000193);
      if (j > i) bag.add(spread(hash ^ (j - i)), weight);
    }
  }
}
