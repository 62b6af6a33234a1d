import { correctTypo } from './correct-typo.ts';
import { cutWords } from './cut-words.ts';
import { mapLookAlikes } from './map-look-alikes.ts';
import type { Spelling } from './prepare-spelling.ts';
import { looksLikeLeet, readLeet } from './read-leet.ts';

const PLAIN = /^[a-z]+$/;
const AMOUNT =
  /^([0-9]+(?:[.,x][0-9]+)?)(mg|mcg|ug|g|kg|ml|l|cc|iu|x|am|pm|st|nd|rd|th|h|hr|hrs|m|min|mins|s|sec|d|k|yo|yr|yrs|kgs|lb|lbs|kilos)?$/;
/** In a rule this stands for any number. */
const ANY_NUMBER = '0';
const SHORTEST_TO_CUT = 6;
const LONGEST = 40;
const LEET_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  '1': ['i'],
  '2': ['to', 'too'],
  '4': ['for', 'a'],
  '0': ['o'],
};

/**
 * What a lower-case word without apostrophes may stand for: a list of words in a row, each with its readings.
 *
 * @param leet whether other words of the message have digits for letters, so that a bare 1 may be an I
 */
export function mendWord(word: string, leet: boolean, spelling: Spelling): (readonly string[])[] {
  const plain = PLAIN.test(word);
  const latin = plain ? word : mapLookAlikes(word);
  const always = spelling.always.get(latin);
  if (always) return always.map((each) => readingsOf([each], spelling));
  const amount = plain ? undefined : readAmount(latin, leet);
  if (amount) return amount;
  if (spelling.known.has(latin) && (plain || !looksLikeLeet(latin))) return [readingsOf([latin], spelling)];
  if (word.length > LONGEST) return [[latin]];

  const mended = mendLetters(latin, spelling);
  if (!mended) return [[latin]];
  const [only, ...more] = mended;
  if (only === undefined || more.length > 0) return mended.map((each) => readingsOf(each, spelling));
  return [readingsOf([latin, ...only], spelling)];
}

/** `80kg` gives 80, kg. The number can also be read as any number and, among other leet words, as a word. */
function readAmount(word: string, leet: boolean): (readonly string[])[] | undefined {
  const [, number, unit] = AMOUNT.exec(word) ?? [];
  if (number === undefined || (leet && unit !== undefined)) return undefined;
  const letters = number === '1' && !leet ? [] : (LEET_NUMBERS[number] ?? []);
  const readings = [...new Set([number, ...(unit ? [] : letters), ANY_NUMBER])];
  return unit ? [readings, [unit]] : [readings];
}

function readingsOf(words: readonly string[], { also }: Spelling): readonly string[] {
  const [only] = words;
  if (only !== undefined && words.length === 1) {
    const more = also.get(only);
    return more ? [...new Set([only, ...more])] : words;
  }
  const all = words.flatMap((word) => [word, ...(also.get(word) ?? [])]);
  return all.length === 1 ? all : [...new Set(all)];
}

/** Words in a row, each with its readings. Undefined when the letters make no word. */
function mendLetters(word: string, spelling: Spelling): readonly (readonly string[])[] | undefined {
  const isKnown = (candidate: string): boolean => spelling.known.has(candidate);
  const spelled = (candidate: string): readonly string[] => spelling.always.get(candidate) ?? [candidate];
  const [leet] = readLeet(word, isKnown);
  if (leet) return inARow(spelled(leet));
  const plain = looksLikeLeet(word) ? (readLeet(word, () => true)[0] ?? word) : word;

  const twice = plain.replace(/(.)\1{2,}/g, '$1$1');
  const once = plain.replace(/(.)\1+/g, '$1');
  const shorter = [...new Set([twice, once])].filter((each) => each !== word && isKnown(each));
  const [first, second] = shorter.map(spelled);
  if (first) return second?.length === 1 && first.length === 1 ? [[...first, ...second]] : inARow(first);

  const near = correctTypo(twice, spelling.typos) ?? correctTypo(once, spelling.typos);
  if (near) return [[near]];
  if (plain.length < SHORTEST_TO_CUT) return undefined;
  const pieces = cutWords(plain, (piece) => spelling.pieces.has(piece));
  return pieces && inARow(pieces.flatMap((piece) => [...spelled(piece)]));
}

function inARow(words: readonly string[]): readonly (readonly string[])[] {
  return words.map((word) => [word]);
}
