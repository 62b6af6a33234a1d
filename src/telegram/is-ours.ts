import type { Context } from 'grammy';

/**
 * Whether an update may come from a person. Posts of a channel, their copies in its discussion group and other bots are
 * not answered; people who write as a channel or as the group are.
 */
export function isOurs({ chat, from, msg, callbackQuery, myChatMember, inlineQuery }: Context): boolean {
  if (callbackQuery || myChatMember || inlineQuery) return true;
  // Only said once: who says it does not matter.
  if (msg?.migrate_to_chat_id !== undefined || msg?.migrate_from_chat_id !== undefined) return true;
  if (chat?.type === 'channel' || msg?.is_automatic_forward) return false;
  return msg?.sender_chat !== undefined || from?.is_bot !== true;
}
