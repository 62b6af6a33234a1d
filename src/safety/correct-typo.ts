import { editDistance } from '../spelling/edit-distance.ts';
import { eachStruckOut, indexWords, lookUp, type WordIndex } from '../spelling/word-index.ts';

const SHORTEST = 5;
const SHORTEST_FOR_TWO = 8;
const LONGEST = 20;

/** Words by what is left of them when a letter (of a long word: up to two letters) is struck out. */
export type TypoIndex = WordIndex;

/** Prepares the words of five letters or more for {@link correctTypo}. */
export function indexTypos(words: Iterable<string>): TypoIndex {
  const long = [...words].filter(({ length }) => length >= SHORTEST && length <= LONGEST);
  return indexWords(long, (word, see) => eachStruckOut(word, word.length >= SHORTEST_FOR_TWO ? 2 : 1, see));
}

/**
 * The word that was most likely meant: one slip away, or two for words of eight letters or more. The first letter must
 * be right, except where two neighbours are swapped. Undefined when nothing is near.
 */
export function correctTypo(word: string, index: TypoIndex): string | undefined {
  if (word.length < SHORTEST - 1 || word.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = 3;
  const consider = (candidate: string): void => {
    const allowed = Math.min(least - 1, candidate.length >= SHORTEST_FOR_TWO ? 2 : 1);
    // Most candidates only share a place in the index: these looks are quick.
    if (Math.abs(candidate.length - word.length) > allowed) return;
    const sameStart = candidate[0] === word[0] || (candidate[0] === word[1] && candidate[1] === word[0]);
    if (!sameStart) return;
    const slips = editDistance(word, candidate);
    if (slips > allowed) return;
    best = candidate;
    least = slips;
  };
  eachStruckOut(word, word.length >= SHORTEST_FOR_TWO - 2 ? 2 : 1, (rest) => {
    for (const candidate of lookUp(index, rest)) consider(candidate);
  });
  return best;
}
