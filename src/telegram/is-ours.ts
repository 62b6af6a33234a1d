import type { Context } from 'grammy';

/**
 * Whether an update may come from a person. Posts of a channel, their copies in its discussion group and other bots are
 * not answered; people who write as a channel or as the group are.
 */
export function isOurs({ chat, from, msg, callbackQuery }: Context): boolean {
  if (callbackQuery) return true;
  if (chat?.type === 'channel' || msg?.is_automatic_forward) return false;
  return msg?.sender_chat !== undefined || from?.is_bot !== true;
}
