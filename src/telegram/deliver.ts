import type { Api } from 'grammy';
import type { Command } from '../domain/curated.ts';
import { isMinted } from '../domain/minted.ts';
import { Reply } from '../domain/reply.ts';
import { plainText } from '../rendering/plain-text.ts';
import { renderTelegram } from '../rendering/telegram.ts';
import { renderKeyboard } from '../rendering/telegram-keyboard.ts';
import { packCallback } from './callback-data.ts';

/*
 * The only file that sends text. Each payload made here is remembered, as this very object and for this one method, and
 * the guard lets no other text pass.
 */
const delivered = new WeakMap<object, string>();

/** Whether a payload was made here, for this method. For the guard. */
export function isDelivered(method: string, payload: object): boolean {
  return delivered.get(payload) === method;
}

/** Where a message goes. */
export interface Destination {
  readonly chatId: number;
  /** The topic of a forum. */
  readonly threadId?: number;
  /** The message that is answered, in chats with several people. */
  readonly replyTo?: number;
}

/**
 * Sends a reply as a new message.
 *
 * @param inMenu whether the message is a menu, which its own buttons may replace
 */
export async function sendReply(api: Api, to: Destination, reply: Reply, inMenu: boolean): Promise<void> {
  await api.raw.sendMessage(
    seal('sendMessage', {
      chat_id: to.chatId,
      ...(to.threadId === undefined ? {} : { message_thread_id: to.threadId }),
      ...(to.replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: to.replyTo, allow_sending_without_reply: true } }),
      ...messageOf(reply, inMenu),
    }),
  );
}

/** Replaces a menu by another page of it. */
export async function editReply(api: Api, chatId: number, messageId: number, reply: Reply): Promise<void> {
  await api.raw.editMessageText(
    seal('editMessageText', { chat_id: chatId, message_id: messageId, ...messageOf(reply, true) }),
  );
}

/** Sets the list of commands. */
export async function sendCommands(api: Api, commands: readonly Command[]): Promise<void> {
  if (!commands.every(isMinted)) throw new TypeError('Only commands from content/ can be set.');
  const list = commands.map(({ command, description }) => ({ command, description }));
  await api.raw.setMyCommands(seal('setMyCommands', { commands: list }));
}

/** Sets what Telegram shows in an empty chat. */
export async function sendDescription(api: Api, reply: Reply): Promise<void> {
  await api.raw.setMyDescription(seal('setMyDescription', { description: plainText(sealed(reply)) }));
}

/** Sets what Telegram shows on the profile. */
export async function sendAbout(api: Api, reply: Reply): Promise<void> {
  await api.raw.setMyShortDescription(
    seal('setMyShortDescription', { short_description: plainText(sealed(reply)) }),
  );
}

function messageOf(reply: Reply, inMenu: boolean) {
  const { text, entities } = renderTelegram(sealed(reply));
  const keyboard = renderKeyboard(reply.buttons, (action) => packCallback({ action, inMenu }));
  return {
    text,
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** A cast gets past the compiler; it does not get past this. */
function sealed(reply: Reply): Reply {
  if (!Reply.isSealed(reply)) throw new TypeError('Only a sealed reply can be sent.');
  return reply;
}

function seal<P extends object>(method: string, payload: P): P {
  freeze(payload);
  delivered.set(payload, method);
  return payload;
}

/** All the way down: a caption or a description is text as well. */
function freeze(value: object): void {
  Object.freeze(value);
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
}
