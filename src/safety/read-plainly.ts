import type { Spelling } from './prepare-spelling.ts';
import { looksLikeLeet, readLeet } from './read-leet.ts';
import type { Token } from './split-tokens.ts';

/**
 * The message with disguises undone and everything else as typed: invisible signs removed, look-alike and l33t letters
 * read, s p a c e d letters joined, pictographs named. For readers that do not know the rules' way of reading.
 */
export function readPlainly(tokens: readonly Token[], spelling: Spelling): string {
  return tokens.map(({ before, text: word }) => before + undisguise(word, spelling)).join('');
}

function undisguise(word: string, { known }: Spelling): string {
  const lower = word.toLowerCase();
  if (!looksLikeLeet(lower)) return word;
  return readLeet(lower, (candidate) => known.has(candidate))[0] ?? word;
}
