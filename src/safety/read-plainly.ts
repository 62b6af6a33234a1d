import { expandContraction } from './expand-contraction.ts';
import type { Spelling } from './prepare-spelling.ts';
import { looksLikeLeet, readLeet } from './read-leet.ts';
import { readTokens } from './read-tokens.ts';
import type { Token } from './split-tokens.ts';

/** Whether it asks or calls out stands after the last word, which is no token. */
const ENDING = /[.?!\u2026]+(?=[^\p{L}\p{N}]*$)/u;
const LONGEST_ENDING = 20;

/**
 * The message with disguises undone and everything else as typed: invisible signs removed, look-alike and l33t letters
 * read, s p a c e d letters joined, pictographs named, short forms written out. For readers that do not know the rules'
 * way of reading.
 *
 * @param tokens of the message, where they were read before
 */
export function readPlainly(
  text: string,
  spelling: Spelling,
  tokens: readonly Token[] = readTokens(text, spelling),
): string {
  const words = tokens.map(({ before, text: word }) => before + undisguise(word, spelling));
  return [...words, ENDING.exec(text.slice(-LONGEST_ENDING))?.[0] ?? ''].join('');
}

function undisguise(word: string, { always, known }: Spelling): string {
  const lower = word.toLowerCase();
  const words = always.get(lower);
  if (words) return words.join(' ');
  if (lower.includes("'")) return expandContraction(lower).join(' ');
  if (!looksLikeLeet(lower)) return word;
  return readLeet(lower, (candidate) => known.has(candidate))[0] ?? word;
}
