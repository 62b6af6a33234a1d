import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type { Answer } from '../stand-in/answers.ts';
import { isObject, type Payload } from '../stand-in/check-message.ts';
import type { Timeline } from './timeline.ts';
import type { Cards, RoomId, WireButton, WireCard, WireMessage, WireText } from './wire.ts';

/** What is being done while the bot makes its calls. Absent for what it does later by itself. */
export interface Doing {
  readonly room: RoomId;
  /** Number of the reasons, once the bot has asked the spine. */
  why?: number;
  inline?: Cards;
  /** Key of the message whose button was pressed. */
  readonly pressed?: string;
}

export interface Record {
  readonly method: string;
  readonly payload: Payload;
  readonly answer: Answer | 'reset';
}

export interface Recorder {
  readonly timeline: Timeline;
  readonly roomOf: (chatId: unknown) => RoomId | undefined;
  readonly playerOf: (userId: unknown) => string | undefined;
}

/** Turns what the bot did, by a call that Telegram would have taken, into what is seen of it. */
export function recordCall(
  { timeline, roomOf, playerOf }: Recorder,
  { method, payload, answer }: Record,
  doing: Doing | undefined,
): void {
  if (answer === 'reset' || !answer.ok) return;
  const room = roomOf(payload['chat_id']);
  const why = doing?.why === undefined ? {} : { why: doing.why };
  switch (method) {
    case 'sendMessage':
      if (room) timeline.add({ kind: 'put', message: { ...sent(room, payload, answer.result), ...why } });
      if (room && replaces(payload) && doing?.pressed)
        timeline.add({ kind: 'delete', room, key: doing.pressed });
      return;
    case 'editMessageText':
    case 'editEphemeralMessageText': {
      const before = room && timeline.find(room, keyOf(payload));
      if (before)
        timeline.add({ kind: 'put', message: { ...before, ...why, ...wireText(payload), edited: true } });
      return;
    }
    case 'deleteMessage':
    case 'deleteEphemeralMessage':
      if (room) timeline.add({ kind: 'delete', room, key: keyOf(payload) });
      return;
    case 'pinChatMessage':
      if (room) timeline.add({ kind: 'pin', room, key: keyOf(payload) });
      return;
    case 'answerCallbackQuery':
      if (typeof payload['url'] === 'string') timeline.add({ kind: 'open', url: payload['url'] });
      return;
    case 'answerInlineQuery':
      if (doing) doing.inline = cardsOf(payload);
      return;
    case 'answerGuestQuery':
      if (doing) timeline.add({ kind: 'put', message: { ...guestAnswer(doing.room, payload), ...why } });
      return;
    default:
      return;
  }

  function sent(at: RoomId, { message_thread_id: topic, ...rest }: Payload, result: unknown): WireMessage {
    const { message_id: id, ephemeral_message_id: whisper, receiver_user: to } = result as Payload;
    const onlyFor = isObject(to) ? playerOf(to['id']) : undefined;
    const reply = rest['reply_parameters'];
    return {
      room: at,
      key: whisper === undefined ? `m${id}` : `w${whisper}`,
      from: 'bot',
      at: Date.now(),
      ...(typeof topic === 'number' ? { topic } : {}),
      ...(onlyFor === undefined ? {} : { onlyFor }),
      ...(isObject(reply) ? { replyTo: keyOf(reply) } : {}),
      ...wireText(rest),
    };
  }
}

function keyOf({ message_id: id, ephemeral_message_id: whisper }: Payload): string {
  return whisper === undefined ? `m${id}` : `w${whisper}`;
}

function replaces({ ephemeral_message_parameters: whisper }: Payload): boolean {
  return isObject(whisper) && whisper['replace_callback_query_message'] === true;
}

/** The words, styles and buttons of a payload. */
export function wireText({ text, entities = [], reply_markup: markup }: Payload): WireText {
  const rows = (markup as InlineKeyboardMarkup | undefined)?.inline_keyboard ?? [];
  return {
    text: String(text),
    entities: (entities as MessageEntity[]).map(({ type, offset, length }) => ({ type, offset, length })),
    buttons: rows.map((row) => row.map(wireButton)),
  };
}

function wireButton(button: InlineKeyboardButton): WireButton {
  const { text } = button;
  if ('url' in button) return { text, url: button.url };
  return 'callback_data' in button ? { text, data: button.callback_data } : { text };
}

function cardsOf({ results, button }: Payload): Cards {
  const cards = (results as Payload[]).map(
    (result): WireCard => ({
      id: String(result['id']),
      title: String(result['title']),
      description: String(result['description'] ?? ''),
      ...contentOf(result),
    }),
  );
  if (!isObject(button)) return { cards };
  return { cards, button: { text: String(button['text']), start: String(button['start_parameter']) } };
}

function contentOf(result: Payload): WireText {
  const content = result['input_message_content'] as Payload;
  return wireText({ ...content, text: content['message_text'], reply_markup: result['reply_markup'] });
}

function guestAnswer(room: RoomId, { guest_query_id: id, result }: Payload): WireMessage {
  return { room, key: `i${id}`, from: 'bot', at: Date.now(), ...contentOf(result as Payload) };
}
