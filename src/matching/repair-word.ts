import Fuse from 'fuse.js';
import type { Wordlike } from './wordlike.ts';

/** Reads a mistyped word as the known word or words that were meant; undefined when none is near enough. */
export type Repair = (word: string) => readonly string[] | undefined;

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

/**
 * Looks words up in the vocabulary: one edit by an index of words with a letter left out, two words run together by
 * cutting, two edits in long words with Fuse.js (among words of like length with the same initial, so that it stays
 * quick), whose finds are ranked again by true edit distance. Results are remembered.
 *
 * @param known words and how often they occur
 * @param edits how many are forgiven; two take longer
 */
export function createRepair(
  known: ReadonlyMap<string, number>,
  wordlike: Wordlike,
  edits: 1 | 2 = 2,
): Repair {
  const words = [...known.keys()].filter((word) => word.length >= 3 && /^[a-z]+$/.test(word));
  let lefts: Map<string, string[]> | undefined;
  const remembered = new Map<string, readonly string[] | undefined>();
  const shelves = new Map<string, Fuse<string>>();
  const findLong = (word: string): string | undefined => {
    const initial = word.slice(0, 1);
    const label = `${initial}${word.length}`;
    let shelf = shelves.get(label);
    if (!shelf) {
      const alike = words.filter(
        (own) =>
          own.startsWith(initial) && own.length >= SHORTEST - 1 && Math.abs(own.length - word.length) <= 2,
      );
      shelf = new Fuse(alike, { threshold: 0.45, distance: 40 });
      shelves.set(label, shelf);
    }
    const finds = shelf.search(word, { limit: 12 }).map(({ item }) => item);
    return nearest(word, finds, 2, known);
  };
  return (word) => {
    if (word.length < 3 || word.length > LONGEST_WORD || !/^[a-z]+$/.test(word)) return undefined;
    if (remembered.has(word)) return remembered.get(word);
    lefts ??= indexLefts(words);
    const one = nearest(word, near(word, lefts), 1, known);
    const found = one !== undefined ? [one] : (cutInTwo(word, known, 0) ?? cutInTwo(word, known, 1));
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

/** For each word with one letter left out (and for the word itself): the words it came from. */
function indexLefts(words: readonly string[]): Map<string, string[]> {
  const lefts = new Map<string, string[]>();
  const put = (key: string, word: string): void => {
    const list = lefts.get(key);
    if (list) list.push(word);
    else lefts.set(key, [word]);
  };
  for (const word of words) {
    put(word, word);
    for (const left of leftsOf(word)) put(left, word);
  }
  return lefts;
}

function leftsOf(word: string): Set<string> {
  const lefts = new Set<string>();
  for (let i = 0; i < word.length; i += 1) lefts.add(word.slice(0, i) + word.slice(i + 1));
  return lefts;
}

function near(word: string, lefts: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set(lefts.get(word));
  for (const left of leftsOf(word)) for (const candidate of lefts.get(left) ?? []) found.add(candidate);
  return [...found];
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
    const swapped = word.length === candidate.length && sameLetters(word, candidate);
    if (word.length === 3 && !swapped && (known.get(candidate) ?? 0) < EVERYDAY) continue;
    const start = word[0] === candidate[0] ? 0 : 0.5;
    const slip = swapped || undouble(word) === undouble(candidate) ? 0.3 : 0;
    const cost = distance + start - slip - Math.log10(known.get(candidate) ?? 1) / 5;
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

/** `howmuch` is `how much`, and so is `howxmuch` (`lost` 1): both halves must be frequent words. */
function cutInTwo(word: string, known: ReadonlyMap<string, number>, lost: number): string[] | undefined {
  let best: string[] | undefined;
  let bestCount = FREQUENT - 1;
  for (let i = 2; i + lost <= word.length - 2; i += 1) {
    const halves = [word.slice(0, i), word.slice(i + lost)] as const;
    const count = Math.min(known.get(halves[0]) ?? 0, known.get(halves[1]) ?? 0);
    if (count > bestCount) [best, bestCount] = [[...halves], count];
  }
  return best;
}

/** Damerau–Levenshtein distance (neighbouring letters swapped count as one edit). */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  let before = new Array<number>(width).fill(0);
  let above = Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j < width; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
