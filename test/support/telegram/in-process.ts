import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import pino, { type Logger } from 'pino';
import { expect } from 'vitest';
import type { Assistant } from '../../../src/answering/assistant.ts';
import type { BotContext } from '../../../src/telegram/context.ts';
import { createBot } from '../../../src/telegram/create-bot.ts';

import { BOT } from './answers.ts';
import { BotApi } from './bot-api.ts';
import type { Payload } from './check-message.ts';
import { createPerson, type Person } from './person.ts';
import { quickAssistant } from './quick-assistant.ts';

/** A bot, the Bot API it talks to, and someone in a private chat with it. */
export interface Setting {
  readonly bot: Bot<BotContext>;
  readonly api: BotApi;
  readonly assistant: Assistant;
  readonly person: Person;
  readonly log: string[];
  /** Handles updates in order; gives what the bot sent or edited meanwhile, and fails on anything Telegram would mind. */
  handle(...updates: Update[]): Promise<Sent[]>;
}

export interface Sent {
  readonly text: string;
  /** Captions of the buttons. */
  readonly buttons: readonly string[];
  readonly payload: Payload;
  readonly edited: boolean;
}

export function createSetting(
  assistant: Assistant = quickAssistant(),
  { stores }: Pick<Parameters<typeof createBot>[1], 'stores'> = {},
): Setting {
  const api = new BotApi();
  const log: string[] = [];
  const bot = createBot(assistant, {
    token: '7000000001:test',
    botInfo: BOT,
    logger: createLogger(log),
    fetch: createFetch(api),
    ...(stores ? { stores } : {}),
  });
  const handle = async (...updates: Update[]): Promise<Sent[]> => {
    const before = api.sent.length;
    for (const update of updates) await bot.handleUpdate(update);
    expect(api.violations).toEqual([]);
    for (const { callback_query: query } of updates) {
      if (query) expect(api.presses.get(query.id) ?? 1, 'answers to the press').toBe(1);
    }
    return api.sent.slice(before).map(readSent);
  };
  return { bot, api, assistant, person: createPerson(api), log, handle };
}

/** A pino logger that writes into a list. */
export function createLogger(lines: string[]): Logger {
  return pino({ level: 'trace', base: null }, { write: (line: string) => lines.push(line) });
}

/** Takes the place of the network: what the bot would send over it is checked and answered by the Bot API in memory. */
export function createFetch(api: BotApi) {
  const fetch = async (url: string, { body }: { body: string }) => {
    const answer = api.call(url.split('/').at(-1) ?? '', JSON.parse(body));
    if (answer === 'reset') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    return { json: async () => answer };
  };
  return fetch as unknown as NonNullable<Parameters<typeof createBot>[1]['fetch']>;
}

export function readSent(payload: Payload): Sent {
  const markup = payload['reply_markup'] as { inline_keyboard?: { text: string }[][] } | undefined;
  return {
    text: String(payload['text']),
    buttons: (markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
    payload,
    edited: 'message_id' in payload,
  };
}
