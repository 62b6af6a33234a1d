import type { Context } from 'grammy';
import type { Message } from 'grammy/types';

/** Who called the bot in a group. */
export interface Caller {
  /** Undefined for an anonymous admin and for who writes as a channel: nobody can be whispered to then. */
  readonly userId: number | undefined;
  /** Writes as the group itself, which only its admins can. Who it is stays unknown. */
  readonly anonymousAdmin: boolean;
  /** Tells one caller from another within the bot's memory. */
  readonly key: string;
}

/** Where in which group something was said or pressed, and by whom. */
export interface Scene {
  readonly chatId: number;
  /** Basic groups have no topics, no links to messages, and often no replied-to text. */
  readonly basic: boolean;
  /** The topic; undefined outside forums and in the general topic. */
  readonly threadId: number | undefined;
  /** The message that called the bot, or the one whose button was pressed. */
  readonly message: Message | undefined;
  readonly caller: Caller;
  /** The press, when it was one. */
  readonly callbackId: string | undefined;
}

/** Undefined outside groups. */
export function readScene({
  chat,
  from,
  msg,
  callbackQuery,
}: Pick<Context, 'chat' | 'from' | 'msg' | 'callbackQuery'>): Scene | undefined {
  if (!chat || (chat.type !== 'group' && chat.type !== 'supergroup')) return undefined;
  const sender = callbackQuery ? undefined : msg?.sender_chat;
  const userId = sender ? undefined : from?.id;
  return {
    chatId: chat.id,
    basic: chat.type === 'group',
    threadId: msg?.is_topic_message ? msg.message_thread_id : undefined,
    message: msg as Message | undefined,
    caller: {
      userId,
      anonymousAdmin: sender?.id === chat.id,
      key: `${chat.id}:${sender?.id ?? from?.id ?? 0}`,
    },
    callbackId: callbackQuery?.id,
  };
}

/** Number of a whisper, for messages that only one member sees. */
export function whisperIdOf(message: Message | undefined): number | undefined {
  return message && 'ephemeral_message_id' in message ? message.ephemeral_message_id : undefined;
}
