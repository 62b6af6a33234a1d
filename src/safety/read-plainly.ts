import { expandContraction } from './expand-contraction.ts';
import { mapLookAlikes } from './map-look-alikes.ts';
import type { Spelling } from './prepare-spelling.ts';
import { looksLikeLeet, readLeet } from './read-leet.ts';
import { readTokens } from './read-tokens.ts';
import type { Token } from './split-tokens.ts';

/** Whether it asks or calls out stands after the last word, which is no token. */
const ENDING = /[.?!\u2026]+(?=[^\p{L}\p{N}]*$)/u;
const LONGEST_ENDING = 20;

/**
 * The message with disguises undone and everything else as typed: invisible signs removed, look-alike and l33t letters
 * read, s p a c e d letters joined, pictographs named, short forms written out, laughs and the like left out. For readers
 * that do not know the rules' way of reading.
 *
 * @param tokens of the message, where they were read before
 */
export function readPlainly(
  text: string,
  spelling: Spelling,
  tokens: readonly Token[] = readTokens(text, spelling),
): string {
  const words = tokens
    .filter(({ text: word }) => !spelling.drop.has(word.toLowerCase()))
    .map(({ before, text: word }) => before + undisguise(word, spelling));
  return [...words, ENDING.exec(text.slice(-LONGEST_ENDING))?.[0] ?? ''].join('');
}

function undisguise(word: string, { always, known }: Spelling): string {
  const lower = word.toLowerCase();
  const latin = mapLookAlikes(lower);
  const words = always.get(latin);
  if (words) return words.join(' ');
  const isKnown = (candidate: string): boolean => known.has(candidate);
  if (latin.includes("'")) {
    const bare = latin.replaceAll("'", '');
    const [leet] = looksLikeLeet(bare) ? readLeet(bare, isKnown) : [];
    return (leet === undefined ? expandContraction(latin) : (always.get(leet) ?? [leet])).join(' ');
  }
  // A word of another language stays as it is.
  const read = latin !== lower && isKnown(latin) ? latin : word;
  return looksLikeLeet(latin) ? (readLeet(latin, isKnown)[0] ?? read) : read;
}
