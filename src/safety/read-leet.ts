const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'gb',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'il',
  '|': 'li',
  '*': 'iuea',
  '€': 'e',
  '£': 'l',
  '+': 't',
};
const SIGN = /[0-9@$!|*€£+]/;
const MOST_READINGS = 64;
const LONGEST = 24;

/** Whether signs stand between letters, as no amount or clock time is written. */
export function looksLikeLeet(word: string): boolean {
  return SIGN.test(word) && (/[a-z][0-9@$!|*€£+]+[a-z]/.test(word) || /^[0-9@$]+[a-z]{3}/.test(word));
}

/** The words that a word with digits and signs may stand for, of those that `isWord` knows. */
export function readLeet(word: string, isWord: (candidate: string) => boolean): string[] {
  if (word.length > LONGEST || !SIGN.test(word) || !/[a-z]/.test(word)) return [];
  let candidates = [''];
  for (const letter of word) {
    const letters = SIGNS[letter] ?? letter;
    candidates = candidates.flatMap((start) => [...letters].map((next) => start + next));
    if (candidates.length > MOST_READINGS) return [];
  }
  return candidates.filter(isWord);
}
