import { FixedRandom } from './fixed-random.ts';
import { hashString } from './hash.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A text with slips of the fingers, always the same for the same text: letters left out, put in, mistaken or swapped.
 * Training on some teaches the matcher what a hurried question looks like after spelling repair.
 */
export function makeSlips(text: string, slips: number): string {
  const source = new FixedRandom(hashString(text));
  const random = (below: number): number => Math.floor(source.next() * below);
  let letters = [...text];
  for (let n = 0; n < slips && letters.length > 1; n += 1) {
    const at = random(letters.length);
    const letter = ALPHABET.charAt(random(ALPHABET.length));
    const kind = random(4);
    if (kind === 0) letters = letters.toSpliced(at, 1);
    else if (kind === 1) letters = letters.toSpliced(at, 0, letter);
    else if (kind === 2) letters = letters.with(at, letter);
    else letters = letters.toSpliced(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
  }
  return letters.join('');
}
