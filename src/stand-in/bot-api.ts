import type { Chat, Message, Update, UserFromGetMe } from 'grammy/types';
import { type Answer, accept, BOT, refuse } from './answers.ts';
import { checkKeyboard, checkText, isObject, type Payload, topicIn } from './check-message.ts';
import { GROUP_FIELDS, GroupApi } from './group-api.ts';

/** What goes wrong with the next call of a method: an answer to give, or a connection that breaks after the call. */
export type Fault = Answer | 'reset';

export interface Call {
  readonly method: string;
  readonly payload: Payload;
  readonly answer: Answer | 'reset';
}

/** Refusals that Telegram gives in the normal course of things. Every other refusal is a defect of the bot. */
const NORMAL =
  /query is too old|message is not modified|message to edit not found|message to delete not found|message to unpin not found|group chat was upgraded/;

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  deleteWebhook: ['drop_pending_updates'],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
  sendMessage: [
    'chat_id',
    'message_thread_id',
    'text',
    'entities',
    'link_preview_options',
    'reply_markup',
    'reply_parameters',
    'parse_mode',
    'ephemeral_message_parameters',
    'disable_notification',
  ],
  editMessageText: [
    'chat_id',
    'message_id',
    'inline_message_id',
    'text',
    'entities',
    'link_preview_options',
    'reply_markup',
  ],
  editMessageReplyMarkup: ['chat_id', 'message_id', 'reply_markup'],
  answerCallbackQuery: ['callback_query_id', 'url', 'text'],
  getMyCommands: ['scope'],
  setMyCommands: ['commands', 'scope'],
  getMyDescription: [],
  setMyDescription: ['description'],
  getMyShortDescription: [],
  setMyShortDescription: ['short_description'],
  ...GROUP_FIELDS,
};

/**
 * The Bot API in memory: as strict as Telegram, with its wording, and stricter where Telegram would quietly spoil a
 * message. What it refuses is kept in `violations`, so that a test sees it even where the bot swallows the error.
 */
export class BotApi {
  readonly calls: Call[] = [];
  readonly violations: string[] = [];
  readonly chats = new Map<number, Chat>();
  readonly messages = new Map<string, Message>();
  readonly faults: { readonly method: string; readonly fault: Fault }[] = [];
  /** Presses that Telegram still waits for, and how often each was answered. */
  readonly presses = new Map<string, number>();
  /** Lists of commands by scope; that of private chats is `commands`. */
  readonly lists = new Map<string, unknown[]>();
  readonly groups = new GroupApi(this.messages);
  me: UserFromGetMe = BOT;
  description = '';
  about = '';
  webhook = false;
  #lastMessage = 100;

  /** Makes the next calls of a method fail, in this order. */
  failNext(method: string, ...faults: Fault[]): void {
    this.faults.push(...faults.map((fault) => ({ method, fault })));
  }

  /** What was sent or edited, oldest first. */
  get sent(): Payload[] {
    return this.calls
      .filter(({ method, answer }) => SENDING.has(method) && answer !== 'reset' && answer.ok)
      .map(({ payload }) => payload);
  }

  get commands(): unknown[] {
    return this.lists.get('default') ?? [];
  }

  countOf(method: string): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  nextMessageId(): number {
    this.#lastMessage += 1;
    return this.#lastMessage;
  }

  call(method: string, payload: Payload): Answer | 'reset' {
    const at = this.faults.findIndex((fault) => fault.method === method);
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1);
    const answer = fault?.fault ?? this.groups.refuseMoved(payload) ?? this.#perform(method, payload);
    if (!fault && answer !== 'reset' && !answer.ok && !NORMAL.test(answer.description)) {
      this.violations.push(`${method}: ${answer.description}`);
    }
    this.calls.push({ method, payload, answer });
    return answer;
  }

  #perform(method: string, payload: Payload): Answer {
    const fields = FIELDS[method];
    if (!fields) return refuse('Not Found: method not found', 404);
    const extra = Object.keys(payload).filter((key) => !fields.includes(key));
    if (extra.length > 0) return refuse(`strict: nobody expects ${extra.join(', ')}`);
    switch (method) {
      case 'getMe':
        return accept(this.me);
      case 'deleteWebhook':
        this.webhook = false;
        return accept(true);
      case 'sendMessage':
        return this.#send(payload);
      case 'editMessageText':
        return this.#edit(payload);
      case 'editMessageReplyMarkup':
        return this.#editButtons(payload);
      case 'answerCallbackQuery':
        return this.#answerPress(payload);
      case 'getMyCommands':
        return accept(this.lists.get(scopeOf(payload)) ?? []);
      case 'setMyCommands':
        return this.#setCommands(payload);
      case 'getMyDescription':
        return accept({ description: this.description });
      case 'getMyShortDescription':
        return accept({ short_description: this.about });
      case 'setMyDescription':
        this.description = String(payload['description']);
        return this.description.length > 512 ? refuse('Bad Request: BOT_DESCRIPTION_TOO_LONG') : accept(true);
      case 'setMyShortDescription':
        this.about = String(payload['short_description']);
        return this.about.length > 120 ? refuse('Bad Request: BOT_SHORT_DESCRIPTION_TOO_LONG') : accept(true);
      default:
        return this.groups.perform(method, payload);
    }
  }

  #send(payload: Payload): Answer {
    const chat = this.chats.get(Number(payload['chat_id']));
    if (!chat) return refuse('Bad Request: chat not found');
    const wrong =
      checkText(payload) ?? checkKeyboard(payload['reply_markup']) ?? this.groups.checkPlace(chat, payload);
    if (wrong) return refuse(wrong);
    const whisper = payload['ephemeral_message_parameters'];
    if (isObject(whisper)) return accept(this.groups.whisper(chat, payload, whisper));
    return accept(this.#messageOf(chat, this.nextMessageId(), payload));
  }

  #edit(payload: Payload): Answer {
    const { inline_message_id: inline } = payload;
    if (inline !== undefined) {
      return checkText(payload) === undefined ? accept(true) : refuse('Bad Request: wrong text');
    }
    const key = `${payload['chat_id']}:${payload['message_id']}`;
    const before = this.messages.get(key);
    if (!before || before.from?.id !== BOT.id) return refuse('Bad Request: message to edit not found');
    const wrong = checkText(payload) ?? checkKeyboard(payload['reply_markup']);
    if (wrong) return refuse(wrong);
    const same =
      before.text === payload['text'] &&
      JSON.stringify(before.reply_markup) === JSON.stringify(payload['reply_markup']);
    if (same) {
      return refuse(
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    return accept(this.#messageOf(before.chat, before.message_id, { ...topicOf(before), ...payload }));
  }

  #editButtons({ chat_id: chatId, message_id: messageId, reply_markup: markup }: Payload): Answer {
    const key = `${chatId}:${messageId}`;
    const before = this.messages.get(key);
    if (!before || before.from?.id !== BOT.id) return refuse('Bad Request: message to edit not found');
    const rows = isObject(markup) ? markup['inline_keyboard'] : undefined;
    const none = Array.isArray(rows) && rows.length === 0;
    const wrong = none ? undefined : checkKeyboard(markup);
    if (wrong) return refuse(wrong);
    const { reply_markup: old, ...rest } = before;
    if (JSON.stringify(old) === JSON.stringify(markup)) return refuse('Bad Request: message is not modified');
    const message = { ...rest, ...(none ? {} : { reply_markup: markup }) } as Message;
    this.messages.set(key, message);
    return accept(message);
  }

  #messageOf(chat: Chat, id: number, payload: Payload): Message {
    const message = {
      message_id: id,
      date: 1_800_000_000,
      chat,
      from: BOT,
      text: payload['text'],
      entities: payload['entities'],
      ...topicIn(payload),
      ...(payload['reply_markup'] ? { reply_markup: payload['reply_markup'] } : {}),
    } as unknown as Message;
    this.messages.set(`${chat.id}:${id}`, message);
    return message;
  }

  #answerPress(payload: Payload): Answer {
    const id = String(payload['callback_query_id']);
    const { url, text } = payload;
    if (url !== undefined && !String(url).startsWith(`https://t.me/${BOT.username}?start=`)) {
      return refuse('Bad Request: URL_INVALID');
    }
    if (text !== undefined && (typeof text !== 'string' || text.length > 200 || text === '')) {
      return refuse('Bad Request: MESSAGE_TOO_LONG');
    }
    const count = this.presses.get(id);
    if (count === undefined) {
      return refuse('Bad Request: query is too old and response timeout expired or query ID is invalid');
    }
    this.presses.set(id, count + 1);
    return count > 0 ? refuse('strict: a press was answered twice') : accept(true);
  }

  #setCommands(payload: Payload): Answer {
    const { commands } = payload;
    const valid =
      Array.isArray(commands) &&
      commands.length <= 100 &&
      commands.every(
        (each) =>
          isObject(each) &&
          /^[a-z0-9_]{1,32}$/.test(String(each['command'])) &&
          /^.{1,256}$/s.test(String(each['description'])),
      );
    if (!valid) return refuse('Bad Request: BOT_COMMAND_INVALID');
    this.lists.set(scopeOf(payload), commands);
    return accept(true);
  }
}

const SENDING = new Set(['sendMessage', 'editMessageText', 'editEphemeralMessageText']);

function topicOf({ message_thread_id: id }: Message): Payload {
  return id === undefined ? {} : { message_thread_id: id };
}

function scopeOf({ scope }: Payload): string {
  return isObject(scope) ? String(scope['type']) : 'default';
}

/** The kind of an update, as in `allowed_updates`. */
export function kindOf(update: Update): string {
  return Object.keys(update).find((key) => key !== 'update_id') ?? '';
}
