const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A text with slips of the fingers, always the same for the same text: letters left out, put in, mistaken or swapped.
 * Training on some teaches the matcher what a hurried question looks like after spelling repair.
 */
export function makeSlips(text: string, slips: number): string {
  const random = pseudoRandom(text);
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

/** Whole numbers below a limit, from a text as seed (xorshift). */
function pseudoRandom(seed: string): (below: number) => number {
  let state = 0x9e3779b9;
  for (let i = 0; i < seed.length; i += 1) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
