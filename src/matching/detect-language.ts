import { readFileSync } from 'node:fs';
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

/**
 * English is by far the most likely, and short English with typing mistakes looks like anything. So the detector (eld,
 * n-grams, offline) is asked only about messages of which the lexicon does not know half the words, and its data is
 * loaded when that first happens, because it takes longer than the rest of the start.
 */
export function createDetectLanguage(lexicon: Lexicon, repair: Repair): DetectLanguage {
  let eld: Eld | undefined;
  return (raw, normal) => {
    const words = cutWords(normal).filter((word) => /^\p{L}/u.test(word));
    if (words.length === 0) return undefined;
    const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length >= words.length / 2;
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
