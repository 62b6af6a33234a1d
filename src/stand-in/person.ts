import type { Chat, ChatMember, Message, MessageEntity, Update, User } from 'grammy/types';
import { BOT } from './answers.ts';
import type { BotApi } from './bot-api.ts';

let lastUpdate = 5_000;
let lastPress = 0;

/** Someone who writes to the bot: makes the updates that Telegram would send. */
export interface Person {
  readonly user: User;
  readonly chat: Chat;
  /** A message; commands, mentions and the like are marked up as Telegram does. */
  says(text: string, extra?: Partial<Message>): Update;
  /** A message without text. */
  sends(extra: Partial<Message>): Update;
  edits(text: string, extra?: Partial<Message>): Update;
  /** A command that only its sender and the bot see. */
  whispers(text: string, extra?: Partial<Message>): Update;
  /** Words after the bot's name in any chat, not yet sent. */
  types(query: string): Update;
  /** A message that calls the bot from a chat it has not joined. */
  summons(text: string, extra?: Partial<Message>): Update;
  /** The bot's place in the chat was changed by this person. */
  changes(before: ChatMember, after: ChatMember): Update;
  /** A press of the button with this caption under the newest message that has one. */
  taps(caption: string): Update;
  /** A press with any data, under the newest message of the bot or under another. */
  forges(data: string | undefined, message?: Message): Update;
}

/** @param options `chat` absent: a private chat; `name` absent: Kim */
export function createPerson(api: BotApi, options: { id?: number; chat?: Chat; name?: string } = {}): Person {
  const id = options.id ?? 1_000_001;
  const name = options.name ?? 'Kim';
  const user: User = { id, is_bot: false, first_name: name };
  const chat: Chat = options.chat ?? { id, type: 'private', first_name: name };
  api.chats.set(chat.id, chat);

  const message = (content: Partial<Message>): Message => {
    const made = {
      message_id: api.nextMessageId(),
      date: 1_800_000_000,
      chat,
      from: user,
      ...content,
    } as Message;
    api.groups.incoming.add(`${chat.id}:${made.message_id}`);
    return made;
  };
  const update = (content: Omit<Update, 'update_id'>): Update => {
    lastUpdate += 1;
    return { update_id: lastUpdate, ...content } as Update;
  };
  const press = (data: string | undefined, under: Message | undefined): Update => {
    lastPress += 1;
    const pressed = `press-${lastPress}`;
    api.presses.set(pressed, 0);
    api.groups.pressers.set(pressed, id);
    return update({
      callback_query: {
        id: pressed,
        from: user,
        chat_instance: '1',
        ...(under ? { message: under } : {}),
        ...(data === undefined ? { game_short_name: 'x' } : { data }),
      },
    } as Omit<Update, 'update_id'>);
  };
  const newest = (): Message[] => {
    const whispers = [...api.groups.whispers.values()].filter(({ receiver_user: to }) => to?.id === id);
    return [...api.messages.values(), ...whispers].filter((each) => each.chat.id === chat.id).reverse();
  };
  const ask = (kind: string): string => {
    lastPress += 1;
    api.groups.queries.add(`${kind}-${lastPress}`);
    return `${kind}-${lastPress}`;
  };

  return {
    user,
    chat,
    says: (text, extra = {}) =>
      update({ message: message({ text, entities: entitiesOf(text), ...extra }) } as Omit<
        Update,
        'update_id'
      >),
    sends: (extra) => update({ message: message(extra) } as Omit<Update, 'update_id'>),
    edits: (text, extra = {}) =>
      update({
        edited_message: message({ text, entities: entitiesOf(text), edit_date: 1_800_000_100, ...extra }),
      } as Omit<Update, 'update_id'>),
    whispers: (text, extra = {}) => {
      const number = api.groups.nextWhisper();
      api.groups.whisperedCommands.set(number, id);
      const own = { message_id: 0, ephemeral_message_id: number, text, entities: entitiesOf(text), ...extra };
      return update({ message: message(own as Partial<Message>) } as Omit<Update, 'update_id'>);
    },
    types: (query) =>
      update({ inline_query: { id: ask('inline'), from: user, query, offset: '' } } as Omit<
        Update,
        'update_id'
      >),
    summons: (text, extra = {}) =>
      update({
        guest_message: message({ text, entities: entitiesOf(text), guest_query_id: ask('guest'), ...extra }),
      } as Omit<Update, 'update_id'>),
    changes: (before, after) =>
      update({
        my_chat_member: { chat, from: user, date: 1, old_chat_member: before, new_chat_member: after },
      } as Omit<Update, 'update_id'>),
    taps: (caption) => {
      for (const under of newest()) {
        const button = under.reply_markup?.inline_keyboard.flat().find(({ text }) => text === caption);
        if (button && 'callback_data' in button) return press(button.callback_data, under);
        if (button) throw new Error(`"${caption}" opens an address.`);
      }
      throw new Error(`There is no button "${caption}".`);
    },
    forges: (data, under) => press(data, under ?? newest().find((each) => each.from?.id === BOT.id)),
  };
}

/** Marks up commands and names as Telegram does. */
export function entitiesOf(text: string): MessageEntity[] {
  return [...text.matchAll(/(?<=^|\s)(?:\/[a-z0-9_]{1,32}(?:@\w+)?|@\w{4,32})/gi)].map(
    (found): MessageEntity => ({
      type: found[0].startsWith('/') ? 'bot_command' : 'mention',
      offset: found.index,
      length: found[0].length,
    }),
  );
}
