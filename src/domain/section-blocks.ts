import type { NonEmpty } from './non-empty.ts';
import type { Block } from './rich-text.ts';

/** What the order of an answer needs to know of the answer … */
export interface SectionText {
  readonly title: string;
  readonly body: NonEmpty<Block>;
  readonly citations: readonly { readonly paragraph: number; readonly quote: string }[];
}

/** … and of the caveat of its level. */
export interface SectionCaveat {
  readonly label: string;
  readonly text: string;
  readonly place: 'before' | 'after';
  readonly quoteLabel: string;
}

/**
 * Puts an answer and its caveat in reading order. The label comes first, so that a notification or a forward shows it;
 * a caveat on figures comes before the first figure; the document's words come after the caveat.
 */
export function sectionBlocks(text: SectionText, caveat: SectionCaveat): NonEmpty<Block> {
  const heading: Block = { kind: 'heading', text: `${caveat.label} · ${text.title}` };
  const warning: Block = { kind: 'caveat', text: caveat.text };
  const quotes = text.citations.map(
    ({ paragraph, quote }): Block => ({
      kind: 'quote',
      label: `${caveat.quoteLabel}, paragraph ${paragraph}`,
      text: quote,
    }),
  );
  return caveat.place === 'before'
    ? [heading, warning, ...text.body, ...quotes]
    : [heading, ...text.body, warning, ...quotes];
}
