import type { Buttons } from '../../domain/button.ts';
import type { Label } from '../../domain/curated.ts';
import { messageLink } from '../links.ts';
import type { Scene } from './scene.ts';

/** A button that opens a message of the chat; none in a basic group, whose messages have no links. */
export function buttonTo(
  { chatId, threadId }: Pick<Scene, 'chatId' | 'threadId'>,
  messageId: number,
  label: Label,
): Buttons {
  if (messageLink(chatId, messageId) === undefined) return [];
  const thread = threadId === undefined ? {} : { threadId };
  return [[{ label, action: { do: 'message', chatId, messageId, ...thread } }]];
}
