import type { Citation } from '../domain/curated.ts';
import { mint } from '../domain/mint.ts';

/**
 * The only maker of a citation: it exists only if the quote stands, character for character, in that paragraph of the
 * document (runs of white space count as one). Undefined otherwise.
 *
 * @param paragraph counted from 1; paragraph 1 is the document's title
 */
export function findQuote(
  document: readonly string[],
  paragraph: number,
  quote: string,
): Citation | undefined {
  const text = document[paragraph - 1];
  if (text === undefined || quote.trim() === '' || !squeeze(text).includes(squeeze(quote))) return undefined;
  return mint({ paragraph, quote: squeeze(quote) });
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
