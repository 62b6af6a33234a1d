import { sentencesOf } from './sentences-of.ts';

/**
 * Words that look like names: capitals inside a sentence, and a sentence's first word unless `known` has it in small
 * letters (then the capital is only the sentence's).
 */
export function namesIn(text: string, known: ReadonlySet<string>): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = sentence.match(/\p{L}[\p{L}’'.-]*/gu) ?? [];
    return words
      .map(bare)
      .filter((word, i) => /^\p{Lu}/u.test(word) && (i > 0 || !known.has(word.toLowerCase())));
  });
}

function bare(word: string): string {
  return word.replace(/[’']s$|[.’'-]+$/u, '');
}

/** Every word of the texts that stands somewhere in small letters. */
export function smallWords(texts: Iterable<string>): Set<string> {
  const small = new Set<string>();
  for (const text of texts)
    for (const word of text.match(/(?<!\p{L})\p{Ll}[\p{L}’'-]*/gu) ?? []) small.add(word);
  return small;
}
