import { FUNCTION_WORDS, type SmallWords } from './function-words.ts';
import type { Lexicon } from './lexicon.ts';

/** What the small words of a message say about its language. */
export interface SmallWordCount {
  /** Small words that only the other language has. */
  readonly theirs: number;
  /** All small words of the other language, those that are English too among them. */
  readonly listed: number;
  /** Whether one of `theirs` is longer than what slips of the fingers make of `is` and `the`. */
  readonly long: boolean;
  /** Everyday words of English that the other language does not have. */
  readonly english: number;
}

const WORD = /\p{L}+(?:['’]\p{L}+)*/gu;
/** "it's", "don't", "i've" are English; "c'est" and "l'eau" are two words. */
const CONTRACTED = /['’](?:s|t|re|ve|ll|d|m)$/;

const EVERY_SMALL_WORD: ReadonlySet<string> = new Set(
  [...FUNCTION_WORDS.values()].flatMap(({ small }) => [...small]),
);

/** Words as they were typed, accents kept: `får` is no English word, `far` is. */
export function typedWords(raw: string): string[] {
  return (raw.normalize('NFKC').toLowerCase().match(WORD) ?? []).flatMap((word) =>
    CONTRACTED.test(word) ? [word] : word.split(/['’]/),
  );
}

/** Whether a word is a small one of some other language, and none of English: most messages have no such word. */
export function isSmallElsewhere(word: string, lexicon: Lexicon): boolean {
  return EVERY_SMALL_WORD.has(word) && !isEnglish(word, lexicon);
}

function isEnglish(word: string, { everyday, familiar, spellings, stem }: Lexicon): boolean {
  return everyday.words.has(word) || CONTRACTED.test(word) || spellings.has(word) || familiar.has(stem(word));
}

/** Counts the small words of one language against those of English. */
export function countSmallWords(
  words: readonly string[],
  language: string,
  lexicon: Lexicon,
): SmallWordCount {
  const list = FUNCTION_WORDS.get(language)?.small;
  let [theirs, listed, english, long] = [0, 0, 0, false];
  for (const word of words) {
    if (!list?.has(word)) {
      english += lexicon.everyday.words.has(word) || CONTRACTED.test(word) ? 1 : 0;
      continue;
    }
    listed += 1;
    const accented = /\P{ASCII}/u.test(word);
    if (isEnglish(word, lexicon) || (word.length < 2 && !accented)) continue;
    theirs += 1;
    long ||= word.length > 2 || accented;
  }
  return { theirs, listed, english, long };
}

/** The language in which a message is a greeting or thanks and nothing else. */
export function greetingLanguage(words: readonly string[]): string | undefined {
  const greets = ([, { greetings }]: [string, SmallWords]): boolean =>
    words.length > 0 && words.every((word) => greetings.has(word));
  return [...FUNCTION_WORDS].find(greets)?.[0];
}
