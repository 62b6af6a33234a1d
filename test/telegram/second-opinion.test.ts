import { TelegramServer } from '@bonkers-agency/grammy-test';
import type { Chat, Message, Update, User } from 'grammy/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { BOT } from '../../src/stand-in/answers.ts';
import { createBot } from '../../src/telegram/create-bot.ts';
import { createLogger } from '../support/telegram/in-process.ts';
import { quickAssistant } from '../support/telegram/quick-assistant.ts';

/*
 * The same gestures against a Telegram that someone else wrote (`@bonkers-agency/grammy-test`), because our own shares
 * our misunderstandings. It does not know reply_parameters, whispers or guest mode, and takes any unknown method: what
 * needs these is left to the other tests.
 */

const CHAT = { id: -1_001_234_567, type: 'supergroup', title: 'CRPS' } as Chat;
const MOD: User = { id: 2_000_001, is_bot: false, first_name: 'Mo' };
const KIM: User = { id: 2_000_002, is_bot: false, first_name: 'Kim' };
const DOSE = 'tell me about awake-dose';

let server: TelegramServer;
let bot: ReturnType<typeof createBot>;
let called: string[];
let refused: string[];
let log: string[];

beforeEach(() => {
  server = new TelegramServer(BOT);
  called = [];
  refused = [];
  log = [];
  const fetch = async (url: string, { body }: { body: string }) => {
    const method = url.split('/').at(-1) ?? '';
    called.push(method);
    const answer = await server.handleApiCall(method, JSON.parse(body)).then(
      (result) => ({ ok: true, result }),
      (error: { code?: number; message: string; parameters?: unknown }) => {
        const description = error.message;
        refused.push(`${method}: ${description}`);
        return { ok: false, error_code: error.code ?? 400, description, parameters: error.parameters };
      },
    );
    return { json: async () => answer };
  };
  bot = createBot(quickAssistant(), {
    token: '7000000001:test',
    botInfo: BOT,
    logger: createLogger(log),
    fetch: fetch as never,
  });
  server.simulateUserMessage(MOD, CHAT, 'hello');
  server.memberState.setOwner(CHAT.id, MOD);
  server.memberState.setMember(CHAT.id, BOT);
});

const handle = (update: Update) => bot.handleUpdate(update);
const says = (user: User, text: string): Update => {
  const [command = '', ...rest] = text.split(' ');
  return text.startsWith('/')
    ? server.simulateUserCommand(user, CHAT, command, rest.join(' '))
    : server.simulateUserMessage(user, CHAT, text);
};
const asReply = (call: Update, to: Update): Update => {
  Object.assign(call.message ?? {}, { reply_to_message: to.message });
  return call;
};
const shown = (): Message[] => server.getBotMessages(CHAT.id);
const press = (user: User, caption: string): Update => {
  for (const message of shown().reverse()) {
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === caption);
    if (button && 'callback_data' in button) {
      return server.simulateCallbackQuery(user, CHAT, button.callback_data, message);
    }
  }
  throw new Error(`There is no button "${caption}".`);
};

describe('against another simulator', () => {
  test('a member asks, a moderator points: one message', async () => {
    const asked = says(KIM, DOSE);
    await handle(asked);
    expect(called).toEqual([]);
    await handle(asReply(says(MOD, '/faq'), asked));
    expect(called.filter((method) => method === 'sendMessage')).toHaveLength(1);
    expect(shown().map(({ text }) => text?.includes('10–90 mg'))).toEqual([true]);
    expect(refused).toEqual([]);
  });

  test('the command goes when the bot may delete', async () => {
    server.memberState.setAdmin(CHAT.id, BOT, { can_delete_messages: true });
    const asked = says(KIM, DOSE);
    const call = asReply(says(MOD, '/faq'), asked);
    await handle(call);
    expect(server.getMessage(CHAT.id, call.message?.message_id ?? 0)).toBeUndefined();
    expect(server.getMessage(CHAT.id, asked.message?.message_id ?? 0)).toBeDefined();
    expect(refused).toEqual([]);
  });

  test('unsure: only the caller may choose, and the choice goes', async () => {
    await handle(asReply(says(MOD, '/faq'), says(KIM, 'unsure')));
    const caption = shown()[0]?.reply_markup?.inline_keyboard[1]?.[0]?.text ?? '';
    await handle(press(KIM, caption));
    expect(shown()).toHaveLength(1);
    await handle(press(MOD, caption));
    expect(shown().map(({ text }) => text?.includes('600 and 900 mg'))).toEqual([true]);
    expect(refused).toEqual([]);
  });

  test('the member removes the answer', async () => {
    await handle(asReply(says(MOD, '/faq'), says(KIM, DOSE)));
    await handle(press(KIM, 'Remove'));
    expect(shown()).toEqual([]);
    expect(refused).toEqual([]);
  });

  test('settings change by a press of an admin, and of nobody else', async () => {
    await handle(says(MOD, '/settings'));
    await handle(press(KIM, 'Who may use /faq: everyone'));
    await handle(press(MOD, 'Who may use /faq: everyone'));
    expect(shown()[0]?.reply_markup?.inline_keyboard[0]?.[0]?.text).toBe('Who may use /faq: only admins');
    expect(refused).toEqual([]);
  });

  test('a menu is posted and pinned', async () => {
    server.memberState.setAdmin(CHAT.id, BOT, { can_pin_messages: true });
    await handle(says(MOD, '/menu'));
    expect(called).toContain('pinChatMessage');
    expect(shown()).toHaveLength(1);
    expect(refused).toEqual([]);
  });

  test('an inline query is answered', async () => {
    const update = server.simulateInlineQuery(KIM, DOSE);
    await handle(update);
    expect(server.getInlineQueryAnswer(update.inline_query?.id ?? '')?.answered).toBe(true);
    expect(refused).toEqual([]);
  });

  test('forty calls in a row never run into the limit of Telegram', async () => {
    for (let i = 0; i < 40; i += 1) await handle(asReply(says(MOD, '/faq coma-legality'), says(KIM, 'x')));
    expect(called.filter((method) => method === 'sendMessage')).toHaveLength(15);
    expect(refused).toEqual([]);
    expect(log.every((line) => JSON.parse(line).level <= 30)).toBe(true);
  });
});
