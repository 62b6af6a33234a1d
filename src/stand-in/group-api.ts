import type { Chat, ChatMember, Message } from 'grammy/types';
import { type Answer, accept, BOT, refuse } from './answers.ts';
import { checkKeyboard, checkText, isObject, type Payload, topicIn } from './check-message.ts';

/** Fields of the methods that groups, inline mode and guest mode need. */
export const GROUP_FIELDS: Readonly<Record<string, readonly string[]>> = {
  deleteMessage: ['chat_id', 'message_id'],
  getChatMember: ['chat_id', 'user_id'],
  getChatAdministrators: ['chat_id'],
  pinChatMessage: ['chat_id', 'message_id', 'disable_notification'],
  unpinChatMessage: ['chat_id', 'message_id'],
  answerInlineQuery: ['inline_query_id', 'results', 'cache_time', 'button'],
  answerGuestQuery: ['guest_query_id', 'result'],
  editEphemeralMessageText: [
    'chat_id',
    'receiver_user_id',
    'ephemeral_message_id',
    'text',
    'entities',
    'link_preview_options',
    'reply_markup',
  ],
  deleteEphemeralMessage: ['chat_id', 'receiver_user_id', 'ephemeral_message_id'],
};

/** Rights of an admin bot, all on. */
export const ADMIN_RIGHTS = { can_delete_messages: true, can_pin_messages: true } as const;

/** The part of the Bot API that knows groups: who is what in them, whispers, inline and guest queries. */
export class GroupApi {
  readonly #messages: Map<string, Message>;
  readonly #members = new Map<string, ChatMember>();
  /** Messages of people, which only an admin may delete. */
  readonly incoming = new Set<string>();
  /** Whispered commands of people, by number. */
  readonly whisperedCommands = new Map<number, number>();
  readonly whispers = new Map<number, Message>();
  /** Inline and guest queries that Telegram still waits for. */
  readonly queries = new Set<string>();
  /** Groups that became supergroups. */
  readonly moved = new Map<number, number>();
  readonly pressers = new Map<string, number>();
  readonly pinned: number[] = [];
  #lastWhisper = 0;

  constructor(messages: Map<string, Message>) {
    this.#messages = messages;
  }

  /** Makes someone, by default the bot, an admin of a group. */
  promote(chatId: number, userId = BOT.id, rights: Partial<ChatMember> = ADMIN_RIGHTS): void {
    const user = { id: userId, is_bot: userId === BOT.id, first_name: 'x' };
    this.#members.set(`${chatId}:${userId}`, { status: 'administrator', user, ...rights } as ChatMember);
  }

  /** Takes an admin's rights away again. */
  demote(chatId: number, userId = BOT.id): void {
    this.#members.delete(`${chatId}:${userId}`);
  }

  member(chatId: number, userId: number): ChatMember {
    const user = { id: userId, is_bot: userId === BOT.id, first_name: 'x' };
    return this.#members.get(`${chatId}:${userId}`) ?? { status: 'member', user };
  }

  nextWhisper(): number {
    this.#lastWhisper += 1;
    return this.#lastWhisper;
  }

  refuseMoved({ chat_id: id }: Payload): Answer | undefined {
    const to = this.moved.get(Number(id));
    if (to === undefined) return undefined;
    return {
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: to },
    };
  }

  /** What is wrong with where a message goes: its topic, what it replies to, whom it is whispered to. */
  checkPlace(chat: Chat, payload: Payload): string | undefined {
    const {
      message_thread_id: thread,
      reply_parameters: reply,
      ephemeral_message_parameters: whisper,
    } = payload;
    if (thread !== undefined && chat.type === 'supergroup' && !chat.is_forum) {
      return 'Bad Request: message thread not found';
    }
    if (thread === 1) return 'Bad Request: message thread not found';
    if (isObject(whisper)) return this.#checkWhisper(chat, payload, whisper);
    if (reply === undefined) return undefined;
    if (!isObject(reply) || !(Number(reply['message_id']) > 0))
      return 'Bad Request: message to be replied not found';
    if (reply['allow_sending_without_reply'] !== true)
      return 'strict: a message deleted meanwhile would stop the answer';
    return undefined;
  }

  #checkWhisper(chat: Chat, payload: Payload, whisper: Payload): string | undefined {
    const {
      receiver_user_id: to,
      callback_query_id: press,
      replace_callback_query_message: replace,
    } = whisper;
    const reply = payload['reply_parameters'];
    if (chat.type !== 'group' && chat.type !== 'supergroup') return 'Bad Request: whispers are for groups';
    if (typeof to !== 'number' || to === BOT.id || to === 1_087_968_824)
      return 'Bad Request: USER_ID_INVALID';
    if (String(payload['text']).length > 1000)
      return 'strict: a whisper over 1000 characters cannot be edited';
    if (replace === true && press === undefined) return 'Bad Request: CALLBACK_QUERY_ID_INVALID';
    if (press !== undefined) {
      return this.pressers.get(String(press)) === to ? undefined : 'Bad Request: CALLBACK_QUERY_ID_INVALID';
    }
    if (isObject(reply)) {
      if (Object.keys(reply).join() !== 'ephemeral_message_id')
        return 'strict: a whisper replies to a whisper';
      const by = this.whisperedCommands.get(Number(reply['ephemeral_message_id']));
      return by === to ? undefined : 'Bad Request: MESSAGE_NOT_COMMAND';
    }
    return this.member(chat.id, BOT.id).status === 'administrator'
      ? undefined
      : 'Bad Request: MESSAGE_NOT_COMMAND';
  }

  whisper(chat: Chat, payload: Payload, whisper: Payload): Message {
    const id = this.nextWhisper();
    const message = {
      message_id: 0,
      ephemeral_message_id: id,
      receiver_user: { id: whisper['receiver_user_id'], is_bot: false, first_name: 'x' },
      date: 1_800_000_000,
      chat,
      from: BOT,
      text: payload['text'],
      ...topicIn(payload),
      ...(payload['reply_markup'] ? { reply_markup: payload['reply_markup'] } : {}),
    } as unknown as Message;
    this.whispers.set(id, message);
    return message;
  }

  perform(method: string, payload: Payload): Answer {
    const chatId = Number(payload['chat_id']);
    switch (method) {
      case 'getChatMember':
        return accept(this.member(chatId, Number(payload['user_id'])));
      case 'getChatAdministrators':
        return accept(
          [...this.#members]
            .filter(([key, { status }]) => key.startsWith(`${chatId}:`) && status === 'administrator')
            .map(([, member]) => member),
        );
      case 'deleteMessage':
        return this.#delete(chatId, Number(payload['message_id']));
      case 'pinChatMessage':
        return this.#pin(chatId, Number(payload['message_id']));
      case 'unpinChatMessage':
        return this.#unpin(chatId, Number(payload['message_id']));
      case 'editEphemeralMessageText':
      case 'deleteEphemeralMessage':
        return this.#changeWhisper(method, payload);
      case 'answerInlineQuery':
        return this.#answerInline(payload);
      case 'answerGuestQuery':
        return this.#answerGuest(payload);
      default:
        return refuse('Not Found: method not found', 404);
    }
  }

  #delete(chatId: number, messageId: number): Answer {
    const key = `${chatId}:${messageId}`;
    if (this.#messages.delete(key)) return accept(true);
    if (!this.incoming.has(key)) return refuse('Bad Request: message to delete not found');
    const bot = this.member(chatId, BOT.id);
    const may = bot.status === 'administrator' && bot.can_delete_messages;
    if (!may) return refuse("Bad Request: message can't be deleted");
    this.incoming.delete(key);
    return accept(true);
  }

  #pin(chatId: number, messageId: number): Answer {
    const bot = this.member(chatId, BOT.id);
    if (bot.status !== 'administrator' || !bot.can_pin_messages) {
      return refuse('Bad Request: not enough rights to manage pinned messages in the chat');
    }
    this.pinned.push(messageId);
    return accept(true);
  }

  #unpin(chatId: number, messageId: number): Answer {
    const bot = this.member(chatId, BOT.id);
    if (bot.status !== 'administrator' || !bot.can_pin_messages) {
      return refuse('Bad Request: not enough rights to manage pinned messages in the chat');
    }
    const at = this.pinned.indexOf(messageId);
    if (at < 0) return refuse('Bad Request: message to unpin not found');
    this.pinned.splice(at, 1);
    return accept(true);
  }

  #changeWhisper(method: string, payload: Payload): Answer {
    const id = Number(payload['ephemeral_message_id']);
    const whisper = this.whispers.get(id);
    if (whisper?.receiver_user?.id !== payload['receiver_user_id'])
      return refuse('Bad Request: MESSAGE_ID_INVALID');
    if (method === 'deleteEphemeralMessage') {
      this.whispers.delete(id);
      return accept(true);
    }
    const wrong = checkText(payload) ?? checkKeyboard(payload['reply_markup']);
    if (wrong) return refuse(wrong);
    if (String(payload['text']).length > 1024) return refuse('Bad Request: MESSAGE_TOO_LONG');
    const { text, reply_markup } = payload;
    this.whispers.set(id, { ...whisper, text, reply_markup } as unknown as Message);
    return accept(true);
  }

  #answerInline(payload: Payload): Answer {
    const { results, button, inline_query_id: id } = payload;
    if (!this.queries.delete(String(id))) {
      return refuse('Bad Request: query is too old and response timeout expired or query ID is invalid');
    }
    if (!Array.isArray(results) || results.length > 50) return refuse('Bad Request: RESULTS_TOO_MUCH');
    const ids = results.map((result: Payload) => String(result['id']));
    if (new Set(ids).size < ids.length) return refuse('Bad Request: RESULT_ID_DUPLICATE');
    const wrong = results.map(checkArticle).find((each) => each !== undefined);
    if (wrong) return refuse(wrong);
    const start = isObject(button) ? button['start_parameter'] : 'none';
    return /^[\w-]{1,64}$/.test(String(start)) ? accept(true) : refuse('Bad Request: START_PARAM_INVALID');
  }

  #answerGuest({ guest_query_id: id, result }: Payload): Answer {
    if (!this.queries.delete(String(id))) return refuse('strict: a guest query is answered once');
    const wrong = checkArticle(result);
    return wrong ? refuse(wrong) : accept({ inline_message_id: `inline-${id}` });
  }
}

function checkArticle(result: unknown): string | undefined {
  if (!isObject(result) || result['type'] !== 'article')
    return 'strict: nobody expects another kind of result';
  const { id, title, description, input_message_content: content, reply_markup: markup, ...rest } = result;
  delete (rest as Record<string, unknown>)['type'];
  if (Object.keys(rest).length > 0) return `strict: nobody expects ${Object.keys(rest)}`;
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > 64)
    return 'Bad Request: RESULT_ID_INVALID';
  if (typeof title !== 'string' || title === '') return 'Bad Request: article title is empty';
  if (description !== undefined && typeof description !== 'string') return 'Bad Request: description';
  if (!isObject(content)) return 'Bad Request: MESSAGE_EMPTY';
  return checkText({ ...content, text: content['message_text'] }) ?? checkKeyboard(markup);
}
