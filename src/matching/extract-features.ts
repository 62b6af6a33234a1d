import { hashPair, hashString, spread } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import type { Message, Sentence } from './read-message.ts';
import type { Constants } from './tuning.ts';

/** The groups of features, in the order in which they are stored. */
export const GROUPS = ['word', 'pair', 'letters', 'concept', 'conceptPair'] as const;
export type Group = (typeof GROUPS)[number];

/** Features of one message: for each group, hashed features and how much of each there is. */
export type FeatureBags = Readonly<Record<Group, ReadonlyMap<number, number>>>;

const PAIR = 0x51ed27;
const SKIP = 0x3c6ef3;
const CONCEPT_PAIR = 0x7f4a7c;
const TOGETHER = 0x1b8735;
const FOREIGN = 0x64e6d1;

/** Turns a message into words, word pairs, letter n-grams, concepts and concept pairs. */
export function extractFeatures(message: Message, lexicon: Lexicon): FeatureBags {
  const bags = {
    word: new Map<number, number>(),
    pair: new Map<number, number>(),
    letters: new Map<number, number>(),
    concept: new Map<number, number>(),
    conceptPair: new Map<number, number>(),
  };
  for (const sentence of message.sentences) addSentence(bags, sentence, lexicon);
  return bags;
}

function addSentence(bags: Record<Group, Map<number, number>>, sentence: Sentence, lexicon: Lexicon): void {
  const { words, found, weight } = sentence;
  const stems = words.map((word) => hashString(word.stem));
  for (const stem of stems) add(bags.word, stem, weight);
  addPairs(bags.pair, stems, weight, PAIR, SKIP);
  for (const word of words) addLetters(bags.letters, word.typed, weight);

  const kinds = found.map(({ concept }) => lexicon.concepts[concept]);
  const row = canonicalRow(sentence, stems, lexicon);
  addPairs(bags.conceptPair, row, weight, CONCEPT_PAIR, CONCEPT_PAIR ^ SKIP);
  const unique = new Map(kinds.flatMap((kind) => (kind ? [[kind.hash, kind] as const] : [])));
  const list = [...unique.keys()];
  for (const hash of list) add(bags.concept, hash, weight);
  for (const word of words) if (word.foreign) add(bags.concept, FOREIGN, weight);
  for (const a of list) {
    for (const b of list) if (a < b) add(bags.conceptPair, hashPair(a, b, TOGETHER), weight);
  }
}

/** The sentence with each term of the vocabulary replaced by its concept. */
function canonicalRow({ words, found }: Sentence, stems: readonly number[], lexicon: Lexicon): number[] {
  const row: number[] = [];
  for (let i = 0; i < words.length; ) {
    const term = found.find((candidate) => candidate.from === i);
    const info = term && lexicon.concepts[term.concept];
    row.push(info ? info.hash : words[i]?.foreign ? FOREIGN : (stems[i] ?? 0));
    i = term ? term.to : i + 1;
  }
  return row;
}

function addPairs(
  bag: Map<number, number>,
  row: readonly number[],
  weight: number,
  next: number,
  skip: number,
): void {
  const start = 0x2545f491;
  for (let i = -1; i < row.length; i += 1) {
    const a = row[i] ?? start;
    const b = row[i + 1];
    const c = row[i + 2];
    if (b !== undefined) add(bag, hashPair(a, b, next), weight);
    if (c !== undefined) add(bag, hashPair(a, c, skip), weight);
  }
}

function addLetters(bag: Map<number, number>, word: string, weight: number): void {
  const text = `^${word.slice(0, 24)}$`;
  for (let i = 0; i < text.length - 1; i += 1) {
    let hash = 0x6a09e667;
    for (let j = i; j < Math.min(text.length, i + 4); j += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(j), 0x01000193);
      if (j > i) add(bag, spread(hash ^ (j - i)), weight);
    }
  }
}

function add(bag: Map<number, number>, key: number, amount: number): void {
  bag.set(key, (bag.get(key) ?? 0) + amount);
}

/** One sparse vector of length 1: the groups scaled to their shares. Unknown features count in the length only. */
export interface Vector {
  readonly rows: readonly number[];
  readonly values: readonly number[];
  /** Share of the vector's squared length that the phrasings know, 0 to 1. */
  readonly coverage: number;
}

/** Looks a hashed feature up: its row in the model and how telling it is. Row -1: never seen. */
export interface FeatureTable {
  rowOf(hash: number): number;
  readonly idf: Float32Array;
  readonly unknownIdf: number;
}

export function toVector(bags: FeatureBags, table: FeatureTable, tuned: Constants): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  let total = 0;
  let seen = 0;
  for (const group of GROUPS) {
    const bag = bags[group];
    const share = tuned[group];
    if (bag.size === 0 || share === 0) continue;
    const from = values.length;
    let square = 0;
    for (const [hash, amount] of bag) {
      const row = table.rowOf(hash);
      const value = amount * (row < 0 ? table.unknownIdf : (table.idf[row] ?? 0));
      square += value * value;
      if (row < 0) continue;
      rows.push(row);
      values.push(value);
    }
    if (square === 0) continue;
    const scale = share / Math.sqrt(square);
    for (let i = from; i < values.length; i += 1) {
      const value = (values[i] ?? 0) * scale;
      values[i] = value;
      seen += value * value;
    }
    total += share * share;
  }
  if (total > 0) {
    const scale = 1 / Math.sqrt(total);
    for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) * scale;
  }
  return { rows, values, coverage: total > 0 ? seen / total : 0 };
}
