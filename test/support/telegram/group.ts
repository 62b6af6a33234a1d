import type { Chat, Message, Update } from 'grammy/types';
import type { Call } from '../../../src/stand-in/bot-api.ts';
import { isObject, type Payload } from '../../../src/stand-in/check-message.ts';
import { createPerson, type Person } from '../../../src/stand-in/person.ts';
import { createSetting, type Setting } from './in-process.ts';

/** A call as a test reads it: where it went, to whom, and what its buttons do. Texts are looked at apart. */
export interface Traced {
  readonly method: string;
  readonly [field: string]: unknown;
}

/** A group with the bot in it, an admin and a member. */
export interface Group {
  readonly setting: Setting;
  readonly chat: Chat;
  readonly mod: Person;
  readonly kim: Person;
  /** An admin who writes as the group; presses come from `mod`. */
  anonymously(text: string, extra?: Partial<Message>): Update;
  /** Handles updates; gives every call made meanwhile. */
  calls(...updates: Update[]): Promise<Traced[]>;
  /** The texts sent so far, newest last. */
  readonly texts: readonly string[];
}

export const MOD = 2_000_001;
export const KIM = 2_000_002;
const ANONYMOUS = { id: 1_087_968_824, is_bot: true, first_name: 'Group' } as const;

/** @param options `admin`: the bot is an admin with all rights it can use */
export function createGroup(
  options: { readonly chat?: Partial<Chat>; readonly admin?: boolean; readonly setting?: Setting } = {},
): Group {
  const setting = options.setting ?? createSetting();
  const { api } = setting;
  const chat = { id: -1_001_234_567, type: 'supergroup', title: 'CRPS', ...options.chat } as Chat;
  const mod = createPerson(api, { id: MOD, chat });
  const kim = createPerson(api, { id: KIM, chat });
  api.groups.promote(chat.id, MOD);
  if (options.admin) api.groups.promote(chat.id);
  return {
    setting,
    chat,
    mod,
    kim,
    anonymously: (text, extra = {}) =>
      mod.says(text, { from: ANONYMOUS, sender_chat: chat as never, ...extra }),
    calls: async (...updates) => {
      const before = api.calls.length;
      await setting.handle(...updates);
      return api.calls.slice(before).map(trace);
    },
    get texts() {
      return api.sent.map(({ text }) => String(text));
    },
  };
}

/** A message as others reply to it. */
export function replyTo(update: Update): Partial<Message> {
  const { message } = update;
  if (!message) throw new Error('The update holds no message.');
  return { reply_to_message: message as never };
}

export function idOf(update: Update): number {
  return update.message?.message_id ?? 0;
}

const FIELDS: Readonly<Record<string, string>> = {
  chat_id: 'chat',
  message_thread_id: 'thread',
  message_id: 'message',
  user_id: 'user',
  receiver_user_id: 'to',
  ephemeral_message_id: 'whisper',
  url: 'opens',
  cache_time: 'cache',
};

export function trace({ method, payload, answer }: Call): Traced {
  const traced: Record<string, unknown> & { method: string } = { method };
  for (const [field, name] of Object.entries(FIELDS)) if (field in payload) traced[name] = payload[field];
  const { reply_parameters: reply, ephemeral_message_parameters: whisper, reply_markup: markup } = payload;
  if (isObject(reply)) {
    if ('message_id' in reply) traced['replyTo'] = reply['message_id'];
    if ('ephemeral_message_id' in reply) traced['answers'] = reply['ephemeral_message_id'];
  }
  if (isObject(whisper)) {
    traced['to'] = whisper['receiver_user_id'];
    if ('callback_query_id' in whisper) traced['press'] = true;
    if (whisper['replace_callback_query_message'] === true) traced['replaces'] = true;
  }
  if (isObject(markup)) traced['buttons'] = readButtons(markup);
  if (answer === 'reset' || !answer.ok) traced['refused'] = true;
  return traced;
}

/** Each button as its caption and what it does. */
export function readButtons(markup: Payload): string[] {
  const rows = markup['inline_keyboard'] as { text: string; callback_data?: string; url?: string }[][];
  return rows.flat().map(({ text, callback_data: data, url }) => `${text} → ${url ?? data}`);
}
