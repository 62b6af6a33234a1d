import type { Matcher } from '../matching/create-matcher.ts';

/** Words that questions about the same thing may have or not. Those that ask how, when, where and who tell much and stay. */
const LIGHT = new Set(
  (
    'a an the is are was were be been am do does did can could will would shall should may might must has have had ' +
    'i im ive you u he she it its we they me my your his her our their them us this that these those there ' +
    'of to in on at for with by from about against as and or but if so then than what whats here please just also very really ' +
    'any some anyone anybody someone everyone tell know want like get got hi hello hey thanks thank ok okay'
  ).split(' '),
);

/** Most words that count, so that a story is not held up. */
const MOST_WORDS = 40;

/**
 * The same for questions that are alike: the stems of their telling words, mended and in a fixed order, so that "does it
 * help migraines?" and "would this help with a migrane" come together. For text after `scrubText`.
 */
export function likenessOf(matcher: Pick<Matcher, 'read'>, text: string): string {
  const words = matcher.read(text).sentences.flatMap((sentence) => sentence.words);
  const telling = words.filter((word) => !LIGHT.has(word.text)).map((word) => word.stem);
  const stems = (telling.length > 0 ? telling : words.map((word) => word.stem)).slice(0, MOST_WORDS);
  return [...new Set(stems)].sort().join(' ');
}
