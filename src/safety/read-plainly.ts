import { cleanText } from './clean-text.ts';
import { expandContraction } from './expand-contraction.ts';
import { joinSpaced } from './join-spaced.ts';
import type { Spelling } from './prepare-spelling.ts';
import { looksLikeLeet, readLeet } from './read-leet.ts';
import { splitTokens } from './split-tokens.ts';

const AFTER = /[^\p{L}\p{N}]*$/u;

/**
 * The message with disguises undone and everything else as typed: invisible signs removed, look-alike and l33t letters
 * read, s p a c e d letters joined, pictographs named, short forms written out. For readers that do not know the rules' way of reading.
 */
export function readPlainly(text: string, spelling: Spelling): string {
  const clean = cleanText(text, spelling.emoji);
  const words = joinSpaced(splitTokens(clean), spelling).map(
    ({ before, text: word }) => before + undisguise(word, spelling),
  );
  return [...words, AFTER.exec(clean)?.[0] ?? ''].join('');
}

function undisguise(word: string, { always, known }: Spelling): string {
  const lower = word.toLowerCase();
  const words = always.get(lower);
  if (words) return words.join(' ');
  if (lower.includes("'")) return expandContraction(lower).join(' ');
  if (!looksLikeLeet(lower)) return word;
  return readLeet(lower, (candidate) => known.has(candidate))[0] ?? word;
}
