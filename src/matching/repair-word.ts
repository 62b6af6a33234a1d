import Fuse from 'fuse.js';
import { editDistance } from '../spelling/edit-distance.ts';
import { type EachKey, eachStruckOut, indexWords, lookUp, type WordIndex } from '../spelling/word-index.ts';
import type { Wordlike } from './wordlike.ts';

/** Reads a mistyped word as the known word or words that were meant; undefined when none is near enough. */
export type Repair = (word: string, before?: string, after?: string) => readonly string[] | undefined;

/** Whether some phrasing has the second word right after the first; an empty first is the start of a sentence. */
export type Follows = (first: string, second: string) => boolean;

/** The message as typed, without repairs. */
export const NO_REPAIR: Repair = () => undefined;

const REMEMBERED = 5_000;
const LONGEST_WORD = 24;
/** From this length on, two edits are forgiven; in letters that do not look like a word, from a lesser one. */
const LONG = 8;
const SHORTEST = 5;
/** How often a word must occur to count as half of two words that were run together. */
const FREQUENT = 8;
/** How often a word must occur to be meant by three letters. */
const EVERYDAY = 60;
/** What a neighbour that phrasings have beside a word is worth, in edits. */
const BESIDE = 0.4;

/**
 * Looks words up in the vocabulary: one edit by an index of words with a letter left out, two words run together by
 * cutting, two edits in long words with Fuse.js (among words of like length with the same initial, so that it stays
 * quick), whose finds are ranked again by true edit distance. Results are remembered. Of several words that are near,
 * one that phrasings have beside its neighbours is likelier, and a word of two or three letters is only repaired so.
 *
 * @param known words and how often they occur
 * @param edits how many are forgiven; two take longer
 */
export function createRepair(
  known: ReadonlyMap<string, number>,
  wordlike: Wordlike,
  edits: 1 | 2 = 2,
  follows?: Follows,
): Repair {
  const words = [...known.keys()].filter((word) => word.length >= 2 && /^[a-z]+$/.test(word));
  let lefts: WordIndex | undefined;
  const remembered = new Map<string, readonly string[] | undefined>();
  const ranked = new Map<string, readonly Near[]>();
  /** Words by initial and length, so that each is indexed once. */
  const shelves = new Map<string, Fuse<string>>();
  const shelfOf = (initial: string, length: number): Fuse<string> => {
    const label = `${initial}${length}`;
    let shelf = shelves.get(label);
    if (!shelf) {
      const alike = words.filter((own) => own.startsWith(initial) && own.length === length);
      shelf = new Fuse(alike, { threshold: 0.45, distance: 40 });
      shelves.set(label, shelf);
    }
    return shelf;
  };
  const findLong = (word: string): string | undefined => {
    const finds: string[] = [];
    for (let length = Math.max(SHORTEST - 1, word.length - 2); length <= word.length + 2; length += 1) {
      for (const { item } of shelfOf(word.slice(0, 1), length).search(word, { limit: 12 })) finds.push(item);
    }
    return nearest(word, finds, 2, known);
  };
  const findNear = (word: string): readonly Near[] => {
    let found = ranked.get(word);
    if (!found) {
      lefts ??= indexWords(words, eachLeft);
      found = rankNear(word, near(word, lefts), known);
      if (ranked.size >= REMEMBERED) ranked.clear();
      ranked.set(word, found);
    }
    return found;
  };
  return (word, before, after) => {
    if (word.length < 2 || word.length > LONGEST_WORD || !/^[a-z]+$/.test(word)) return undefined;
    const beside = follows && inContext(findNear(word), follows, before, after);
    if (beside !== undefined) return [beside];
    if (word.length < 3) return undefined;
    if (remembered.has(word)) return remembered.get(word);
    const one = findNear(word).find(({ alone }) => alone)?.word;
    const found =
      one !== undefined ? [one] : (cutInTwo(word, known, 0, follows) ?? cutInTwo(word, known, 1, follows));
    const twice = edits === 2 && (word.length >= LONG || (word.length >= SHORTEST && !wordlike(word)));
    const result = found ?? (twice ? wrap(findLong(word)) : undefined);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, result);
    return result;
  };
}

function wrap(word: string | undefined): string[] | undefined {
  return word === undefined ? undefined : [word];
}

/** The keys of a word one edit away. */
const eachLeft: EachKey = (word, see) => eachStruckOut(word, 1, see);

function near(word: string, lefts: WordIndex): string[] {
  const found = new Set<string>();
  eachLeft(word, (left) => {
    for (const candidate of lookUp(lefts, left)) found.add(candidate);
  });
  return [...found];
}

/** A known word one edit away. */
interface Near {
  readonly word: string;
  /** The lower, the likelier. */
  readonly cost: number;
  /** Whether it may be meant whatever stands beside it. */
  readonly alone: boolean;
}

function rankNear(word: string, candidates: readonly string[], known: ReadonlyMap<string, number>): Near[] {
  return candidates
    .filter((candidate) => editDistance(word, candidate) === 1)
    .map((candidate): Near => {
      const alone =
        word.length > 3 ||
        (word.length === 3 && (isSwapped(word, candidate) || (known.get(candidate) ?? 0) >= EVERYDAY));
      return { word: candidate, cost: costOf(word, candidate, 1, known), alone };
    })
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
}

/** The likeliest of the near words that a phrasing has beside a neighbour of the mistyped one; undefined without any. */
function inContext(
  found: readonly Near[],
  follows: Follows,
  before: string | undefined,
  after: string | undefined,
): string | undefined {
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const { word, cost } of found) {
    const sides =
      (before !== undefined && follows(before, word) ? 1 : 0) +
      (after !== undefined && follows(word, after) ? 1 : 0);
    if (sides > 0 && cost - sides * BESIDE < bestCost) [best, bestCost] = [word, cost - sides * BESIDE];
  }
  return best;
}

function isSwapped(word: string, candidate: string): boolean {
  return word.length === candidate.length && sameLetters(word, candidate);
}

function costOf(
  word: string,
  candidate: string,
  distance: number,
  known: ReadonlyMap<string, number>,
): number {
  const start = word[0] === candidate[0] ? 0 : 0.5;
  const slip = isSwapped(word, candidate) || undouble(word) === undouble(candidate) ? 0.3 : 0;
  return distance + start - slip - Math.log10(known.get(candidate) ?? 1) / 5;
}

function nearest(
  word: string,
  candidates: readonly string[],
  allowed: number,
  known: ReadonlyMap<string, number>,
): string | undefined {
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance > allowed) continue;
    const cost = costOf(word, candidate, distance, known);
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

/** The word with every doubled letter single: `helo` and `hello` are alike. */
function undouble(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/**
 * `howmuch` is `how much`, and so is `howxmuch` (`lost` 1): both halves must be frequent words, or words that follow each
 * other in a phrasing.
 */
function cutInTwo(
  word: string,
  known: ReadonlyMap<string, number>,
  lost: number,
  follows: Follows = () => false,
): string[] | undefined {
  let best: string[] | undefined;
  let bestCount = 0;
  for (let i = 2; i + lost <= word.length - 2; i += 1) {
    const [first, second] = [word.slice(0, i), word.slice(i + lost)] as const;
    const count = Math.min(known.get(first) ?? 0, known.get(second) ?? 0);
    if (count > bestCount && (count >= FREQUENT || follows(first, second)))
      [best, bestCount] = [[first, second], count];
  }
  return best;
}
