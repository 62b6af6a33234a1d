import { readFileSync } from 'node:fs';
import {
  countSmallWords,
  greetingLanguage,
  isSmallElsewhere,
  type SmallWordCount,
  typedWords,
} from './count-small-words.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { type Eld, loadEld, openPacked } from './language-data.ts';
import type { Lexicon } from './lexicon.ts';
import { cutWords } from './lexicon.ts';
import { stripped } from './normalise.ts';
import type { Repair } from './repair-word.ts';

/** Finds the language of a message (as typed, and in normal form) that is not English: ISO 639-1, or undefined. */
export type DetectLanguage = (raw: string, normal: string) => string | undefined;

/** The packed data that `npm run build` leaves beside the compiled code. */
export const PACKED_LANGUAGES = new URL('../languages.json', import.meta.url);

/** Share of words that English and the subject do not know, from which on a message is shown to the detector. */
const STRANGE = 0.5;
const STRANGE_WITH_ACCENTS = 0.3;
/** A word that one slip of the fingers makes English is rarely of another language. */
const REPAIRED = 0.2;
/** How far another language must be ahead of English. */
const AHEAD = 0.12;
/** The same, where just one small word speaks for it. */
const AHEAD_BY_ONE_WORD = 0.2;

/**
 * English is by far the most likely, and short English with typing mistakes looks like anything. So the detector (eld,
 * n-grams, offline) is asked only about messages of which the lexicon does not know half the words, or that hold small
 * words of another language and fewer of English: short foreign words look like English slips. Its data is loaded when
 * that first happens, because it takes longer than the rest of the start.
 */
export function createDetectLanguage(lexicon: Lexicon, repair: Repair): DetectLanguage {
  let eld: Eld | undefined;
  const bySmallWords = (raw: string, typed: readonly string[]): string | undefined => {
    if (!typed.some((word) => isSmallElsewhere(word, lexicon))) return undefined;
    const might = [...FUNCTION_WORDS.keys()].some((each) => speaksFor(countSmallWords(typed, each, lexicon)));
    if (!might) return undefined;
    eld ??= openEld();
    const result = eld.detect(stripped(raw));
    const { language } = result;
    if (language === '' || language === 'en') return undefined;
    const count = countSmallWords(typed, language, lexicon);
    if (!speaksFor(count)) return undefined;
    const scores = result.getScores();
    const lead = (scores[language] ?? 0) - (scores['en'] ?? 0);
    const sure =
      count.theirs >= 2 || (result.isReliable() && lead >= (count.listed >= 2 ? 0 : AHEAD_BY_ONE_WORD));
    return sure ? language : undefined;
  };
  return (raw, normal) => {
    const words = cutWords(normal).filter((word) => /^\p{L}/u.test(word));
    if (words.length === 0) return undefined;
    const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length >= words.length / 2;
    const typed = typedWords(raw);
    const greeting = latin ? greetingLanguage(typed) : undefined;
    if (greeting !== undefined) return greeting;
    const small = latin ? bySmallWords(raw, typed) : undefined;
    if (small !== undefined) return small;
    const enough = /[\u00c0-\u024f\u1ea0-\u1eff]/u.test(raw) ? STRANGE_WITH_ACCENTS : STRANGE;
    if (latin && (words.length < 2 || strangeShare(words, lexicon, repair) < enough)) return undefined;
    eld ??= openEld();
    const result = eld.detect(stripped(raw));
    if (result.language === '' || result.language === 'en') return undefined;
    if (!latin) return result.language;
    const scores = result.getScores();
    const lead = (scores[result.language] ?? 0) - (scores['en'] ?? 0);
    return lead >= AHEAD && result.isReliable() ? result.language : undefined;
  };
}

/** Small words that are not English, and more of them than of English. One alone may be a slip, unless it is long enough. */
function speaksFor({ theirs, english, long }: SmallWordCount): boolean {
  return theirs > english && (theirs >= 2 || long);
}

function strangeShare(
  words: readonly string[],
  { familiar, everyday, spellings, stem }: Lexicon,
  repair: Repair,
): number {
  let strange = 0;
  for (const word of words) {
    if (familiar.has(stem(word)) || everyday.words.has(word) || spellings.has(word) || word.includes("'"))
      continue;
    const repaired = repair(word);
    strange += repaired?.every((piece) => familiar.has(stem(piece))) ? REPAIRED : 1;
  }
  return strange / words.length;
}

/** From the sources there is no packed data. */
function openEld(): Eld {
  let packed: string;
  try {
    packed = readFileSync(PACKED_LANGUAGES, 'utf8');
  } catch {
    return loadEld();
  }
  return openPacked(packed);
}
