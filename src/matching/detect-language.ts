import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Lexicon } from './lexicon.ts';
import { cutWords } from './lexicon.ts';
import { normalise, stripped } from './normalise.ts';

/** Finds the language of a message that is not English: an ISO 639-1 code, or undefined. */
export type DetectLanguage = (raw: string) => string | undefined;

interface Eld {
  detect(text: string): { language: string; getScores(): Record<string, number>; isReliable(): boolean };
}

/** Share of words that English and the subject do not know, from which on a message is shown to the detector. */
const STRANGE = 0.5;
/** How far another language must be ahead of English. */
const AHEAD = 0.12;

/**
 * English is by far the most likely, and short English with typing mistakes looks like anything. So the detector (eld,
 * n-grams, offline) is asked only about messages of which the lexicon does not know half the words, and its data is
 * loaded when that first happens, because it takes longer than the rest of the start.
 */
export function createDetectLanguage(lexicon: Lexicon): DetectLanguage {
  let eld: Eld | undefined;
  return (raw) => {
    const text = stripped(raw);
    const words = cutWords(normalise(raw)).filter((word) => /^\p{L}/u.test(word));
    if (words.length === 0) return undefined;
    const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length >= words.length / 2;
    if (latin && (words.length < 2 || strangeShare(words, lexicon) < STRANGE)) return undefined;
    eld ??= loadEld();
    const result = eld.detect(text);
    if (result.language === '' || result.language === 'en') return undefined;
    if (!latin) return result.language;
    const scores = result.getScores();
    const lead = (scores[result.language] ?? 0) - (scores['en'] ?? 0);
    return lead >= AHEAD && result.isReliable() ? result.language : undefined;
  };
}

function strangeShare(words: readonly string[], { known, spellings }: Lexicon): number {
  const strange = words.filter((word) => !known.has(word) && !spellings.has(word) && !word.includes("'"));
  return strange.length / words.length;
}

function loadEld(): Eld {
  const file = fileURLToPath(import.meta.resolve('eld/small'));
  return (createRequire(import.meta.url)(file) as { eld: Eld }).eld;
}
