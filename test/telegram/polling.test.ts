import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FAULTS, refuse } from '../../src/stand-in/answers.ts';
import { createBot } from '../../src/telegram/create-bot.ts';
import type { Receiving } from '../../src/telegram/receiving/receiving.ts';
import { UPDATES } from '../../src/telegram/receiving/updates.ts';
import { startPolling } from '../../src/telegram/start-polling.ts';
import { type FakeBotApi, startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts';
import { createLogger } from '../support/telegram/in-process.ts';
import { quickAssistant } from '../support/telegram/quick-assistant.ts';

const CONFLICT = refuse('Conflict: terminated by other getUpdates request', 409);

let fake: FakeBotApi;
let log: string[];
let running: Receiving[];
beforeEach(async () => {
  fake = await startFakeBotApi();
  log = [];
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((polling) => polling.stop()));
  await fake.close();
  expect(fake.api.violations).toEqual([]);
  expect(log.join('\n')).not.toContain(TOKEN);
});

const pauses: number[] = [];
const noPause = async (milliseconds: number): Promise<void> => {
  pauses.push(milliseconds);
};
const endlessPause = (_: number, signal?: AbortSignal): Promise<void> =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

async function start(token = TOKEN, signal?: AbortSignal, pause = noPause): Promise<Receiving> {
  const logger = createLogger(log);
  const assistant = quickAssistant();
  const bot = createBot(assistant, { token, apiRoot: fake.url, logger });
  const polling = await startPolling(bot, assistant, { logger, pause, ...(signal ? { signal } : {}) });
  running.push(polling);
  await polling.answering;
  return polling;
}

const methods = () => fake.api.calls.map(({ method }) => method);

describe('start', () => {
  test('takes a webhook away, publishes the commands, then asks for the updates it handles', async () => {
    fake.api.webhook = true;
    await start();
    await fake.until(() => fake.polls === 1);
    expect(fake.api.webhook).toBe(false);
    expect(methods().slice(0, 2)).toEqual(['getMe', 'deleteWebhook']);
    expect(fake.api.commands).toEqual(
      quickAssistant()
        .content.commands.filter(({ places }) => places.includes('private'))
        .map(({ command, description }) => ({ command, description })),
    );
    expect(fake.api.description).toContain('experimental');
    expect(fake.api.description).toContain(quickAssistant().content.standing.text);
    expect(fake.api.about).not.toMatch(/ketamine|infusion|coma|treatment/i);
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.sent.length === 1);
    const { payload } = fake.api.calls.find(({ method }) => method === 'getUpdates') ?? {};
    expect(payload).toMatchObject({ allowed_updates: [...UPDATES], timeout: 30 });
  });

  test('sets commands and texts only when they differ', async () => {
    await (await start()).stop();
    const before = methods().length;
    await start();
    expect(
      methods()
        .slice(before)
        .filter((method) => method.startsWith('set')),
    ).toEqual([]);
    fake.api.about = 'something old';
    const again = methods().length;
    await start();
    expect(
      methods()
        .slice(again)
        .filter((method) => method.startsWith('set')),
    ).toEqual(['setMyShortDescription']);
  });

  test('a wrong token is one sentence, and nothing is polled', async () => {
    await expect(start('7000000001:wrong')).rejects.toMatchObject({
      name: 'StartRefused',
      reason: 'wrong-token',
      message: expect.stringMatching(/^BOT_TOKEN holds .* should hold .*\.$/),
    });
    expect(methods()).toEqual([]);
  });

  test('keeps trying while Telegram is away, and says so', async () => {
    pauses.length = 0;
    fake.api.failNext('getMe', FAULTS.badGateway, 'reset', FAULTS.badGateway);
    await start();
    expect(pauses).toEqual([500, 1_000, 2_000]);
    expect(log.filter((line) => line.includes('Telegram was not reached'))).toHaveLength(3);
  });

  test('a start that cannot reach Telegram can be stopped', async () => {
    fake.api.failNext('getMe', ...Array.from({ length: 50 }, () => FAULTS.badGateway));
    const stop = new AbortController();
    const starting = start(TOKEN, stop.signal);
    stop.abort();
    await expect(starting).rejects.toThrow();
    expect(methods()).not.toContain('getUpdates');
  });

  test('texts that cannot be published do not keep the bot from answering', async () => {
    fake.api.failNext('getMyCommands', FAULTS.badGateway);
    await start();
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.sent.length === 1);
  });
});

describe('running', () => {
  test('a conversation: question, menu, button', async () => {
    await start();
    fake.push(fake.person.says('tell me about awake-dose'));
    await fake.until((api) => api.sent.length === 1);
    fake.push(fake.person.says('/topics'));
    await fake.until((api) => api.sent.length === 2);
    fake.push(fake.person.taps('The coma method'));
    await fake.until((api) => api.sent.length === 3);
    expect(fake.api.sent[2]).toHaveProperty('message_id');
    expect(methods()).toContain('answerCallbackQuery');
  });

  test('each of many updates is answered once, in order within the chat', async () => {
    await start();
    await fake.until(() => fake.polls === 1);
    const commands = Array.from({ length: 40 }, (_, i) => (i % 2 ? '/help' : '/privacy'));
    fake.push(...commands.map((command) => fake.person.says(command)));
    await fake.until((api) => api.sent.length === 40);
    const starts = fake.api.sent.map(({ text }) =>
      String(text).startsWith('You can') ? '/help' : '/privacy',
    );
    expect(starts).toEqual(commands);
  });

  test('getUpdates that fails is asked again, and no update is lost', async () => {
    fake.api.failNext('getUpdates', FAULTS.badGateway, 'reset', FAULTS.tooMany(0), CONFLICT);
    await start();
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.sent.length === 1);
    expect(log.join('\n')).toContain('Another program');
  });

  test('429 and a broken connection when sending', async () => {
    await start();
    fake.api.failNext('sendMessage', FAULTS.tooMany(0));
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.sent.length === 1);
    fake.api.failNext('sendMessage', 'reset');
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.sent.length === 2);
    expect(fake.api.sent[1]?.['text']).toBe(fake.api.sent[0]?.['text']);
  });

  test('a second program that does not go away ends the bot with a hint', async () => {
    fake.api.failNext('getUpdates', ...Array.from({ length: 20 }, () => CONFLICT));
    const polling = await start();
    await expect(polling.done).rejects.toMatchObject({ name: 'StartRefused', reason: 'second-program' });
  });

  test('a token that is taken back ends the bot', async () => {
    fake.api.failNext('getUpdates', refuse('Unauthorized', 401));
    const polling = await start();
    await expect(polling.done).rejects.toMatchObject({ reason: 'wrong-token' });
  });
});

describe('stop', () => {
  test('while waiting for updates: at once', async () => {
    const polling = await start();
    await fake.until(() => fake.polls === 1);
    await polling.stop();
    await polling.done;
    await fake.until(() => fake.polls === 0);
    const calls = methods().length;
    fake.push(fake.person.says('/help'));
    expect(methods()).toHaveLength(calls);
    expect(fake.pending).toHaveLength(1);
  });

  test('what was taken is answered and confirmed first, so that it never comes again', async () => {
    const polling = await start();
    await fake.until(() => fake.polls === 1);
    fake.api.failNext('sendMessage', FAULTS.tooMany(1));
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.countOf('sendMessage') === 1);
    expect(fake.api.sent).toHaveLength(0);
    const both = Promise.all([polling.stop(), polling.stop()]);
    await both;
    await polling.done;
    expect(fake.api.sent).toHaveLength(1);
    expect(fake.pending).toEqual([]);
    await start();
    await fake.until(() => fake.polls === 1);
    expect(fake.api.sent).toHaveLength(1);
  });

  test('what was answered is confirmed even when no later request for updates got through', async () => {
    const polling = await start(TOKEN, undefined, endlessPause);
    await fake.until(() => fake.polls === 1);
    fake.api.failNext('getUpdates', FAULTS.badGateway);
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.sent.length === 1 && api.faults.length === 0);
    expect(fake.pending).toHaveLength(1);
    await polling.stop();
    expect(fake.pending).toEqual([]);
  });

  test('while Telegram is away', async () => {
    fake.api.failNext('getUpdates', ...Array.from({ length: 3 }, () => FAULTS.badGateway));
    const polling = await start();
    await polling.stop();
    await polling.done;
  });
});
