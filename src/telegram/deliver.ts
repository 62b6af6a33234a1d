import type { Api } from 'grammy';
import type { BotCommandScope, Message } from 'grammy/types';
import type { Command, Label } from '../domain/curated.ts';
import { isMinted } from '../domain/minted.ts';
import { WHISPER_CHARACTERS } from '../domain/question.ts';
import { Reply } from '../domain/reply.ts';
import { plainText } from '../rendering/plain-text.ts';
import { renderTelegram } from '../rendering/telegram.ts';
import { renderKeyboard } from '../rendering/telegram-keyboard.ts';
import { cardId } from './card-id.ts';
import { deepLink } from './links.ts';
import { type Look, packButton } from './pack-button.ts';

/*
 * The only file that sends text. Each payload made here is remembered, as this very object and for this one method, and
 * the guard lets no other text pass.
 */
const delivered = new WeakMap<object, string>();

/** Whether a payload was made here, for this method. For the guard. */
export function isDelivered(method: string, payload: object): boolean {
  return delivered.get(payload) === method;
}

/** Whom a whisper (an ephemeral message of the Bot API) is for, and what allows it. */
export interface Whisper {
  readonly userId: number;
  /** The press that it answers, within 15 seconds. */
  readonly callbackId?: string;
  /** Whether it takes the place of the message whose button was pressed. */
  readonly replace?: boolean;
  /** The whispered command that it answers, within 15 seconds. */
  readonly answers?: number;
}

/** Where a message goes. */
export interface Destination {
  readonly chatId: number;
  /** The topic of a forum. */
  readonly threadId?: number;
  /** The message that is answered, in chats with several people. */
  readonly replyTo?: number;
  /** Whether phones stay silent. */
  readonly quietly?: boolean;
  /** Set when only one member of the group is to see it. */
  readonly whisper?: Whisper;
}

/** A message that was sent before: one that all see, or a whisper. */
export type Sent =
  | { readonly chatId: number; readonly messageId: number }
  | { readonly chatId: number; readonly userId: number; readonly whisperId: number };

/** Sends a reply as a new message, and says how to find it again. Throws a RangeError for a whisper that is too long. */
export async function sendReply(api: Api, to: Destination, reply: Reply, look: Look): Promise<Sent> {
  const { chatId, threadId, whisper } = to;
  const message = messageOf(reply, look);
  if (whisper && message.text.length > WHISPER_CHARACTERS) {
    throw new RangeError(`A whisper has ${message.text.length} characters, at most ${WHISPER_CHARACTERS}.`);
  }
  const sent = await api.raw.sendMessage(
    seal('sendMessage', {
      chat_id: chatId,
      ...(threadId === undefined ? {} : { message_thread_id: threadId }),
      ...(to.quietly ? { disable_notification: true } : {}),
      ...(whisper ? whisperOf(whisper) : replyOf(to)),
      ...message,
    }),
  );
  const { message_id: messageId, ephemeral_message_id: whisperId = 0 } = sent;
  return whisper ? { chatId, userId: whisper.userId, whisperId } : { chatId, messageId };
}

/** Replaces a message that was sent before. */
export async function editReply(api: Api, at: Sent, reply: Reply, look: Look): Promise<void> {
  const message = messageOf(reply, look);
  if ('messageId' in at) {
    const payload = { chat_id: at.chatId, message_id: at.messageId, ...message };
    await api.raw.editMessageText(seal('editMessageText', payload));
    return;
  }
  const to = { chat_id: at.chatId, receiver_user_id: at.userId, ephemeral_message_id: at.whisperId };
  await api.raw.editEphemeralMessageText(seal('editEphemeralMessageText', { ...to, ...message }));
}

/** Mends an answer that was posted by inline mode, by the id that Telegram gave for it. */
export async function editInline(api: Api, inlineId: string, reply: Reply, look: Look): Promise<void> {
  const payload = { inline_message_id: inlineId, ...messageOf(reply, look) };
  await api.raw.editMessageText(seal('editMessageText', payload));
}

/** Takes buttons away from a message of the bot and leaves the others as they are. Nothing else of it changes. */
export async function dropButtons(
  api: Api,
  message: Message,
  stays: (callbackData: string) => boolean,
): Promise<void> {
  const rows = (message.reply_markup?.inline_keyboard ?? [])
    .map((row) => row.filter((button) => !('callback_data' in button) || stays(button.callback_data)))
    .filter((row) => row.length > 0);
  const at = { chat_id: message.chat.id, message_id: message.message_id };
  const payload = { ...at, reply_markup: { inline_keyboard: rows } };
  await api.raw.editMessageReplyMarkup(seal('editMessageReplyMarkup', payload));
}

/** Answers a press with a line that Telegram shows over the chat for a moment: at most 200 characters, no caveat fits. */
export async function toast(api: Api, callbackId: string, reply: Reply): Promise<void> {
  if (reply.caveats.length > 0) throw new TypeError('A text with a caveat is no toast.');
  const text = plainText(sealed(reply));
  await api.raw.answerCallbackQuery(seal('answerCallbackQuery', { callback_query_id: callbackId, text }));
}

/** How an inline query is answered, beside its cards. */
export interface InlineAnswer {
  readonly queryId: string;
  readonly cards: readonly Reply[];
  /** Caption of the button over the cards, and the id it opens in private. */
  readonly button: Label;
  readonly opens: string;
  /** Seconds that Telegram may show the cards to others who type the same. */
  readonly cacheSeconds: number;
}

/** Answers an inline query. */
export async function answerInline(api: Api, answer: InlineAnswer, look: Look): Promise<void> {
  const { queryId, cards, button, opens, cacheSeconds } = answer;
  if (!isMinted(button)) throw new TypeError('Only captions from content/ can be shown.');
  await api.raw.answerInlineQuery(
    seal('answerInlineQuery', {
      inline_query_id: queryId,
      results: cards.map((card) => cardOf(card, look)),
      cache_time: cacheSeconds,
      button: { text: button.text, start_parameter: opens },
    }),
  );
}

/** Answers a message from a chat that the bot has not joined. Telegram takes one answer. */
export async function answerGuest(api: Api, guestQueryId: string, reply: Reply, look: Look): Promise<void> {
  const result = cardOf(reply, look);
  await api.raw.answerGuestQuery(seal('answerGuestQuery', { guest_query_id: guestQueryId, result }));
}

/** Answers a press by opening the private chat at an id. */
export async function openPrivate(api: Api, callbackId: string, botName: string, id: string): Promise<void> {
  const payload = { callback_query_id: callbackId, url: deepLink(botName, id) };
  await api.raw.answerCallbackQuery(seal('answerCallbackQuery', payload));
}

/** Sets the list of commands for a kind of chat; without a scope for all that have no list of their own. */
export async function sendCommands(
  api: Api,
  commands: readonly Command[],
  scope?: BotCommandScope,
): Promise<void> {
  if (!commands.every(isMinted)) throw new TypeError('Only commands from content/ can be set.');
  const list = commands.map(({ command, description, whispered }) => ({
    command,
    description,
    ...(whispered ? { is_ephemeral: true } : {}),
  }));
  await api.raw.setMyCommands(seal('setMyCommands', { commands: list, ...(scope ? { scope } : {}) }));
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

function whisperOf({ userId, callbackId, replace, answers }: Whisper) {
  return {
    ephemeral_message_parameters: {
      receiver_user_id: userId,
      ...(callbackId === undefined ? {} : { callback_query_id: callbackId }),
      ...(replace ? { replace_callback_query_message: true } : {}),
    },
    ...(answers === undefined ? {} : { reply_parameters: { ephemeral_message_id: answers } }),
  };
}

function replyOf({ replyTo }: Destination) {
  return replyTo === undefined
    ? {}
    : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
}

function messageOf(reply: Reply, look: Look) {
  const { text, entities } = renderTelegram(sealed(reply));
  const keyboard = renderKeyboard(reply.buttons, (action) => packButton(action, look));
  return {
    text,
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
}

/** The id that a card has in a list: Telegram gives it back when someone sends the card. */
export function idOfCard(reply: Reply, look: Look): string {
  return cardOf(reply, look).id;
}

/** A card of inline or guest mode. A reply that is never in a list is titled by its first words. */
function cardOf(reply: Reply, look: Look) {
  const { text, entities, link_preview_options, reply_markup } = messageOf(reply, look);
  const { title = text.slice(0, 60), description } = reply.card ?? {};
  return {
    type: 'article' as const,
    id: cardId(title, text),
    title,
    ...(description === undefined ? {} : { description }),
    input_message_content: { message_text: text, entities, link_preview_options },
    ...(reply_markup ? { reply_markup } : {}),
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
