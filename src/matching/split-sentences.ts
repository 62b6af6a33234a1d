/** A sentence of a message. `marked`: it ends with a question mark, typed or dictated. */
export interface SentenceText {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts normalised text into sentences at `.`, `!`, `?`, `;` and line ends, but not inside `1.5`, `Dr. X` or `U.S.`. */
export function splitSentences(normalised: string): SentenceText[] {
  const text = normalised
    .replace(/\bquestion mark\b/g, '?')
    .replace(/\b(?:full stop|exclamation mark|new line)\b/g, '.')
    .replace(/\b(dr|mr|mrs|ms|prof|st|vs|eg|ie|e\.g|i\.e|etc|approx|no)\./g, '$1 ')
    .replace(/\bu\.\s?s\.(?:\s?a\.?)?/g, 'usa ')
    .replace(/\bu\.\s?k\.?/g, 'uk ')
    .replace(/(\d)\.(?=\d)/g, '$1\u2024');
  const sentences: SentenceText[] = [];
  for (const [, part = '', end = ''] of text.matchAll(/([^.!?;\n\u2026]+)([.!?;\n\u2026]*)/g)) {
    if (/[\p{L}\p{N}]/u.test(part)) sentences.push({ text: part.trim(), marked: end.includes('?') });
  }
  return sentences;
}
