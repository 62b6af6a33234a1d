import type { Message } from 'grammy/types';

/** Whether a message holds the bot's own words: sent by it, or by someone through its inline mode. */
export function isOwn(message: Message['reply_to_message'], botId: number): boolean {
  if (!message || message.forum_topic_created) return false;
  return message.from?.id === botId || message.via_bot?.id === botId;
}
