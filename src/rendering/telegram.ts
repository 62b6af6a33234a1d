import { FormattedString, fmt } from '@grammyjs/parse-mode';
import type { MessageEntity } from 'grammy/types';
import type { Reply } from '../domain/reply.ts';
import { type Block, blockText, type Span } from '../domain/rich-text.ts';

/** The words of a reply in Telegram's terms. Offsets and lengths of entities count UTF-16 units, as the Bot API does. */
export interface TelegramText {
  readonly text: string;
  readonly entities: MessageEntity[];
}

/** Bot API: longest text of a message in UTF-16 units; further entities are dropped silently. */
const LONGEST = 4096;
const MOST_ENTITIES = 100;

/**
 * Renders a reply for Telegram. Throws a RangeError where Telegram would refuse or cut the message: the loader keeps
 * content within the limits, and a cut message could lose its caveat.
 */
export function renderTelegram(reply: Reply): TelegramText {
  const { text, entities } = FormattedString.join(reply.blocks.map(formatBlock), '\n\n');
  if (text.length > LONGEST) {
    throw new RangeError(`A reply has ${text.length} characters, Telegram takes ${LONGEST}.`);
  }
  if (entities.length > MOST_ENTITIES) {
    throw new RangeError(`A reply has ${entities.length} entities, Telegram takes ${MOST_ENTITIES}.`);
  }
  return { text, entities };
}

function formatBlock(block: Block): FormattedString {
  switch (block.kind) {
    case 'heading':
      return FormattedString.bold(block.text);
    case 'paragraph':
      return formatSpans(block.spans);
    case 'list':
      return FormattedString.join(
        block.items.map((item) => fmt`• ${formatSpans(item)}`),
        '\n',
      );
    case 'quote':
      // The label is inside the fold, so that the words cannot be quoted or forwarded without it.
      return FormattedString.expandableBlockquote(fmt`${FormattedString.bold(block.label)}\n${block.text}`);
    case 'note':
      return fmt`${FormattedString.italic(block.label)} ${block.text}`;
    case 'data':
    case 'copy':
      return FormattedString.code(block.text);
    case 'caveat':
    case 'standing':
      return FormattedString.italic(block.text);
    default:
      return new FormattedString(blockText(block));
  }
}

function formatSpans(spans: readonly Span[]): FormattedString {
  return FormattedString.join(
    spans.map(({ text, style }) => {
      if (style === 'bold') return FormattedString.bold(text);
      if (style === 'italic') return FormattedString.italic(text);
      return text;
    }),
  );
}
