/** A run of text in one style. Text is plain: a renderer escapes or measures it as its channel needs. */
export interface Span {
  readonly text: string;
  readonly style?: 'bold' | 'italic';
}

/**
 * The parts that a message is made of, in reading order. `caveat` and `standing` are marked as such, so that every
 * renderer and every test can find them.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  /** Numbered choices, in the text as well as on buttons: for dictation, screen readers and sore hands. */
  | { readonly kind: 'choices'; readonly items: readonly string[]; readonly none?: string }
  /** The document's own words. Telegram shows them folded; a terminal and `ask` show the label only. */
  | { readonly kind: 'quote'; readonly label: string; readonly text: string }
  /** A person's own words, plain, with a label over them that says whose they are. */
  | { readonly kind: 'note'; readonly label: string; readonly text: string }
  /** Words that nobody has checked, for curators: shown as they are. */
  | { readonly kind: 'data'; readonly text: string }
  /** A line to copy with one tap. */
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'caveat'; readonly text: string }
  | { readonly kind: 'standing'; readonly text: string };

/** One paragraph without styles. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [{ text }] };
}

/** The blocks with the words of their paragraphs changed, styles kept: for the places in braces of a sentence. */
export function mapParagraphs(blocks: readonly Block[], change: (text: string) => string): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, spans: block.spans.map((span) => ({ ...span, text: change(span.text) })) }
      : block,
  );
}

/** The words of a block without any style, as a reader hears them. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return spansText(block.spans);
    case 'list':
      return block.items.map((item) => `• ${spansText(item)}`).join('\n');
    case 'choices':
      return [
        ...block.items.map((item, i) => `${i + 1}. ${item}`),
        ...(block.none === undefined ? [] : [`0. ${block.none}`]),
      ].join('\n');
    case 'quote':
      return `${block.label}: ${block.text}`;
    case 'note':
      return `${block.label} ${block.text}`;
    default:
      return block.text;
  }
}

export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}
