import { cutWords } from './cut-words.ts';
import type { Spelling } from './prepare-spelling.ts';
import { readLeet } from './read-leet.ts';
import type { Token } from './split-tokens.ts';

const FEWEST = 3;
const BETWEEN = /^(?:[ .'\-_*,/|~+\u00b7\u2022]{1,3}|\s{1,4})$/;
const WIDE = /^\s{2,}$|^ ?[/|] ?$/;
const SPACES = /^\s+$/;
const SIGNS = /[.\-_*,|~+\u00b7\u2022]/;

/** Reads letters written one by one (`d i e`, `k.m.s`, `d-i-e`) as the words that they spell. */
export function joinSpaced(tokens: readonly Token[], spelling: Spelling): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let end = at + 1;
    while (
      end < tokens.length &&
      isLetter(tokens[end - 1]) &&
      isLetter(tokens[end]) &&
      isBetween(tokens[end])
    ) {
      end += 1;
    }
    const run = tokens.slice(at, end);
    joined.push(...(run.length >= FEWEST ? joinRun(run, spelling) : run));
    at = end;
  }
  return joined;
}

function isLetter(token: Token | undefined): boolean {
  return token !== undefined && token.text.length === 1;
}

function isBetween(token: Token | undefined): boolean {
  return token !== undefined && BETWEEN.test(token.before);
}

function joinRun(run: readonly Token[], spelling: Spelling): readonly Token[] {
  const letters = run.map(({ text }) => text.toLowerCase());
  if (letters.filter((letter) => /\p{L}/u.test(letter)).length < 2) return run;
  const dotted = run.some(({ before }, at) => at > 0 && SIGNS.test(before));
  const endsWord = (before: string): boolean => WIDE.test(before) || (dotted && SPACES.test(before));
  const words: string[] = [];
  for (const [at, letter] of letters.entries()) {
    const previous = words.at(-1);
    if (at === 0 || previous === undefined || endsWord(run[at]?.before ?? '')) words.push(letter);
    else words[words.length - 1] = previous + letter;
  }
  const parts = words.flatMap((word) => spell(word, spelling));
  return parts.map((text, at) => ({ text, before: at === 0 ? (run[0]?.before ?? '') : ' ' }));
}

function spell(letters: string, spelling: Spelling): readonly string[] {
  const isKnown = (word: string): boolean => spelling.known.has(word);
  if (isKnown(letters)) return [letters];
  const isPiece = (word: string): boolean => spelling.pieces.has(word);
  const plain = readLeet(
    letters,
    (candidate) => isKnown(candidate) || cutWords(candidate, isPiece) !== undefined,
  );
  const whole = plain[0] ?? letters;
  return isKnown(whole) ? [whole] : (cutWords(whole, isPiece) ?? [whole]);
}
