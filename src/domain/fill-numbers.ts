import type { NonEmpty } from './non-empty.ts';
import { type Block, mapParagraphs } from './rich-text.ts';

/** Whole numbers by the name of their place. */
export type Numbers = Readonly<Record<string, number>>;

/**
 * Puts counts into the places of a checked sentence, such as `{questions}`. Only whole numbers fit in, so that no words
 * get into a text past the checks. Throws a RangeError for any other number.
 */
export function fillNumbers(body: NonEmpty<Block>, numbers: Numbers): NonEmpty<Block> {
  for (const [name, n] of Object.entries(numbers)) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`{${name}} must be a whole number.`);
  }
  if (Object.keys(numbers).length === 0) return body;
  return mapParagraphs(body, (text) => fill(text, numbers)) as unknown as NonEmpty<Block>;
}

function fill(text: string, numbers: Numbers): string {
  return text.replace(/\{([a-z]+)\}/g, (place, name: string) => String(numbers[name] ?? place));
}
