import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Flesch-Kincaid grade of a text: 8 is what a reader of about 13 years can follow. 0 for a text without words. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:;•\n]+/).filter((part) => /\p{L}/u.test(part));
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  if (words.length === 0 || sentences.length === 0) return 0;
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}
