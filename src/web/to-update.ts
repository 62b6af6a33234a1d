import type { Message, Update } from 'grammy/types';
import { BOT } from '../stand-in/answers.ts';
import { isObject } from '../stand-in/check-message.ts';
import type { Person } from '../stand-in/person.ts';
import { readAddress } from '../telegram/read-address.ts';
import { TOPICS } from './cast.ts';
import type { PageAction } from './read-action.ts';
import type { Stage } from './session.ts';
import type { WireMessage } from './wire.ts';

/** What Telegram would send the bot for an action, and the message that people see of it. */
export interface Made {
  /** Absent where the bot is told nothing. */
  readonly update?: Update;
  readonly shown?: WireMessage;
  readonly pressed?: string;
}

type Saying = Extract<PageAction, { do: 'say' | 'send-card' }>;

/** Undefined when there is no such person, message or card. */
export function toUpdate(stage: Stage, action: Exclude<PageAction, { do: 'rights' }>): Made | undefined {
  const person = stage.person(action.room, action.as);
  if (!person) return undefined;
  switch (action.do) {
    case 'say':
      return say(stage, person, action);
    case 'send-card':
      return sendCard(stage, person, action);
    case 'edit':
      return edit(stage, person, action);
    case 'press':
      return press(stage, person, action);
    default:
      return { update: person.types(action.query) };
  }
}

function say(stage: Stage, person: Person, action: Saying & { do: 'say' }): Made {
  const { room, as } = action;
  const text = action.text.trim();
  const extra = placeOf(stage, action);
  const whispered = isWhispered(stage, person, text);
  const summoned = room === 'elsewhere';
  const update = summoned
    ? person.summons(text, extra)
    : whispered
      ? person.whispers(text, extra)
      : person.says(text, extra);
  const message = update.message ?? update.guest_message;
  if (!message) return {};
  const shown = { ...keep(stage, action, message), text, ...(whispered ? { onlyFor: as } : {}) };
  // Without its name the bot hears nothing of a chat that it is not in.
  if (summoned && !mentions(message)) return { shown: { ...shown, unseen: true } };
  return { update, shown };
}

function mentions(message: Message): boolean {
  return readAddress({ ...message, chat: { ...message.chat, type: 'group', title: '' } } as Message, BOT)
    .addressed;
}

/** Some commands are whispered by the apps: only their sender and the bot see them. */
function isWhispered({ api }: Stage, { chat, user }: Person, text: string): boolean {
  if (chat.type !== 'supergroup') return false;
  const admin = api.groups.member(chat.id, user.id).status === 'administrator';
  const list = api.lists.get(admin ? 'all_chat_administrators' : 'all_group_chats') ?? [];
  const [, name, of] = /^\/(\w+)(?:@(\w+))?/.exec(text) ?? [];
  if (of !== undefined && of !== BOT.username) return false;
  return list.some((each) => isObject(each) && each['command'] === name && each['is_ephemeral'] === true);
}

function sendCard(stage: Stage, person: Person, action: Saying & { do: 'send-card' }): Made | undefined {
  const payload = stage.api.calls.findLast(({ method }) => method === 'answerInlineQuery')?.payload;
  const results = (payload?.['results'] ?? []) as Record<string, unknown>[];
  const card = results.find(({ id }) => id === action.card);
  if (!card) return undefined;
  const content = card['input_message_content'] as Record<string, unknown>;
  const update = person.says(String(content['message_text']), {
    ...placeOf(stage, action),
    entities: content['entities'] as never,
    via_bot: BOT,
    ...(card['reply_markup'] ? { reply_markup: card['reply_markup'] as never } : {}),
  });
  const message = update.message;
  if (!message) return undefined;
  const shown = keep(stage, action, message);
  return action.room === 'elsewhere' ? { shown } : { update, shown };
}

function edit(stage: Stage, person: Person, { room, as, key, text }: PageAction & { do: 'edit' }) {
  const before = stage.said.get(`${room}/${key}`);
  const shown = stage.timeline.find(room, key);
  if (!before || shown?.from !== as) return undefined;
  const words = text.trim();
  const { message_id, message_thread_id: thread, is_topic_message: inTopic } = before;
  const topic = thread === undefined ? {} : { message_thread_id: thread, is_topic_message: inTopic };
  const update = person.edits(words, { message_id, ...topic } as Partial<Message>);
  const now: WireMessage = { ...shown, text: words, entities: [], edited: true };
  return room === 'elsewhere' ? { shown: now } : { update, shown: now };
}

function press(stage: Stage, person: Person, { room, key, data }: PageAction & { do: 'press' }) {
  const under = stage.timeline.find(room, key);
  if (!under || (under.onlyFor !== undefined && under.onlyFor !== idOf(stage, room, person)))
    return undefined;
  const { api } = stage;
  const id = Number(key.slice(1));
  const message = key.startsWith('w')
    ? api.groups.whispers.get(id)
    : api.messages.get(`${person.chat.id}:${id}`);
  const update = person.forges(data, message ?? stage.said.get(`${room}/${key}`));
  if (message) return { update, pressed: key };
  // Sent by inline or guest mode: the bot learns the press and nothing of the chat.
  const { message: _, ...query } = update.callback_query ?? { id: '' };
  return {
    update: { ...update, callback_query: { ...query, inline_message_id: key } } as Update,
    pressed: key,
  };
}

function idOf({ person }: Stage, room: WireMessage['room'], who: Person): string | undefined {
  return ['kim', 'rosa', 'jo', 'mo'].find((id) => person(room, id) === who);
}

/** The topic and the replied-to message, as Telegram hands them to the bot. */
function placeOf(stage: Stage, { room, topic = 0, replyTo }: Saying): Partial<Message> {
  const inTopic = room === 'forum' && TOPICS.some(({ id }) => id !== 0 && id === topic);
  const target = replyTo === undefined ? undefined : find(stage, room, replyTo);
  return {
    ...(inTopic ? { message_thread_id: topic, is_topic_message: true } : {}),
    ...(target ? { reply_to_message: target as never } : {}),
  };
}

function find({ api, said, person }: Stage, room: Saying['room'], key: string): Message | undefined {
  const chat = person(room, 'kim')?.chat.id;
  return said.get(`${room}/${key}`) ?? api.messages.get(`${chat}:${key.slice(1)}`);
}

/** Remembers a message of a person, and gives what is seen of it. */
function keep(stage: Stage, { room, as, replyTo }: Saying, message: Message): WireMessage {
  const { ephemeral_message_id: whisper } = message as { ephemeral_message_id?: number };
  const key = whisper === undefined ? `m${message.message_id}` : `w${whisper}`;
  stage.said.set(`${room}/${key}`, message);
  const { message_thread_id: topic } = message;
  const styles = message.via_bot ? (message.entities ?? []) : [];
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return {
    room,
    key,
    from: as,
    at: Date.now(),
    text: message.text ?? '',
    entities: styles.map(({ type, offset, length }) => ({ type, offset, length })),
    buttons: rows.map((row) =>
      row.map((button) => ({
        text: button.text,
        ...('url' in button ? { url: button.url } : {}),
        ...('callback_data' in button ? { data: button.callback_data } : {}),
      })),
    ),
    ...(topic === undefined ? {} : { topic }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(message.via_bot ? { via: true } : {}),
  };
}
