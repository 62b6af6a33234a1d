import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import pino, { type Logger } from 'pino';
import { expect } from 'vitest';
import type { Assistant } from '../../../src/answering/assistant.ts';
import { BOT } from '../../../src/stand-in/answers.ts';
import { BotApi } from '../../../src/stand-in/bot-api.ts';
import type { Payload } from '../../../src/stand-in/check-message.ts';
import { createPerson, type Person } from '../../../src/stand-in/person.ts';
import { createStandInFetch } from '../../../src/stand-in/stand-in-fetch.ts';
import type { BotContext } from '../../../src/telegram/context.ts';
import { type BotOptions, createBot } from '../../../src/telegram/create-bot.ts';
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
  options: Pick<BotOptions, 'stores' | 'keeper' | 'curators' | 'flood'> = {},
): Setting {
  const api = new BotApi();
  const log: string[] = [];
  const bot = createBot(assistant, {
    token: '7000000001:test',
    botInfo: BOT,
    logger: createLogger(log),
    fetch: createStandInFetch(api),
    ...options,
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

export function readSent(payload: Payload): Sent {
  const markup = payload['reply_markup'] as { inline_keyboard?: { text: string }[][] } | undefined;
  return {
    text: String(payload['text']),
    buttons: (markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
    payload,
    edited: 'message_id' in payload,
  };
}
