import type { Reply } from '../domain/reply.ts';
import { type Block, blockText, type Span } from '../domain/rich-text.ts';
import { typedButtons } from './typed-buttons.ts';
import { wrapText } from './wrap-text.ts';

export interface TerminalStyle {
  /** Columns to wrap at; none for output that is piped. */
  readonly columns?: number;
  /** Whether the terminal can show bold and dimmed text. */
  readonly styled: boolean;
}

const BOLD = ['\u001B[1m', '\u001B[22m'] as const;
const DIM = ['\u001B[2m', '\u001B[22m'] as const;
const ITALIC = ['\u001B[3m', '\u001B[23m'] as const;

/** A reply as a person reads it in a terminal, with what its buttons do as a numbered list. */
export function renderTerminal(reply: Reply, style: TerminalStyle): string {
  const paint = (text: string, [on, off]: readonly [string, string]): string =>
    style.styled ? text.replace(/^.+$/gm, `${on}$&${off}`) : text;
  const wrap = (text: string): string => (style.columns ? wrapText(text, style.columns) : text);
  const parts = reply.blocks.map((block) => {
    const text = wrap(blockText(block));
    switch (block.kind) {
      case 'heading':
        return paint(text, BOLD);
      case 'quote':
      case 'standing':
        return paint(text, DIM);
      case 'caveat':
        return paint(text, ITALIC);
      default:
        return style.styled ? paintSpans(block, text, paint) : text;
    }
  });
  return [...parts, ...buttonList(reply).map((text) => paint(wrap(text), DIM))].join('\n\n');
}

/** What can be typed in place of a button, unless the text already offers a numbered choice. */
function buttonList(reply: Reply): string[] {
  if (reply.blocks.some((block) => block.kind === 'choices')) return [];
  const typed = typedButtons(reply);
  if (typed.length === 0) return [];
  const list = typed.map(({ label }, i) => `${i + 1}. ${label.text}`).join('\n');
  return [typed.some(({ action }) => action.do === 'answer') ? `You could ask next:\n${list}` : list];
}

/** Bold words keep their weight where wrapping has not cut through them. */
function paintSpans(
  block: Block,
  text: string,
  paint: (text: string, code: readonly [string, string]) => string,
): string {
  const spans: readonly Span[] =
    block.kind === 'paragraph' ? block.spans : block.kind === 'list' ? block.items.flat() : [];
  return spans
    .filter((span) => span.style === 'bold')
    .reduce((painted, span) => painted.replace(span.text, () => paint(span.text, BOLD)), text);
}
