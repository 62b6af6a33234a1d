import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createAssistant, type Heard } from '../../src/answering/assistant.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { createMetrics, type Looks } from '../../src/operations/metrics.ts';
import { BOT, FAULTS } from '../../src/stand-in/answers.ts';
import { BotApi } from '../../src/stand-in/bot-api.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { createStandInFetch } from '../../src/stand-in/stand-in-fetch.ts';
import { observeStores } from '../../src/storage/observe-stores.ts';
import { createBot } from '../../src/telegram/create-bot.ts';
import { shippedApp } from '../support/shipped.ts';
import { createLogger } from '../support/telegram/in-process.ts';

const CANARY = 'zebracanary';

/** Stores of which everything fails. */
function storesThat(fail: () => Promise<never>): Stores {
  const part = new Proxy({}, { get: () => fail });
  return new Proxy({} as Stores, { get: (_, name) => (name === 'check' ? fail : part) });
}

function start(looks: Partial<Looks> = {}) {
  const metrics = createMetrics(
    {
      contentVersion: () => 'abc123',
      receiving: () => undefined,
      backlog: async () => ({ waiting: 3, oldestAt: Date.now() - 5_000 }),
      ...looks,
    },
    '1.2.3',
    { process: false },
  );
  const api = new BotApi();
  const assistant = createAssistant(() => shippedApp().mind(), { onHeard: metrics.question });
  const bot = createBot(assistant, {
    token: '7000000001:test',
    botInfo: BOT,
    logger: createLogger([]),
    fetch: createStandInFetch(api),
    observer: { onCall: metrics.call, onHandled: metrics.handled },
  });
  return { metrics, api, bot, person: createPerson(api) };
}

test('questions by kind, calls and errors by method and code, handling by kind of update', async () => {
  const { metrics, api, bot, person } = start();
  api.failNext('sendMessage', FAULTS.badGateway, 'reset');
  await bot.handleUpdate(person.says('what is crps?'));
  await bot.handleUpdate(person.says(`${CANARY} qwfp zxcv`));
  await bot.handleUpdate(person.says('I want to kill myself'));
  await bot.handleUpdate(person.edits(`${CANARY}`));
  const text = await metrics.text();
  expect(text).toContain('faq_questions_total{kind="answer",surface="private"} 1');
  expect(text).toContain('faq_questions_total{kind="unknown",surface="private"} 1');
  expect(text).toContain('faq_questions_total{kind="safety",surface="private"} 1');
  expect(text).toContain('faq_api_calls_total{method="sendMessage",code="502"} 1');
  expect(text).toContain('faq_api_calls_total{method="sendMessage",code="0"} 1');
  expect(text).toContain('faq_api_calls_total{method="sendMessage",code="200"} 3');
  expect(text).toContain('faq_handling_seconds_count{kind="message"} 3');
  expect(text).toContain('faq_handling_seconds_count{kind="edited_message"} 1');
  expect(text).not.toContain(CANARY);
  // A number of its own: a duration may hold the same digits.
  expect(text).not.toMatch(new RegExp(`(?<![\\d.])${person.user.id}(?!\\d)`));
});

test('what is heard of a question holds nothing of it', () => {
  const heard: Heard[] = [];
  const assistant = createAssistant(() => shippedApp().mind(), { onHeard: (each) => heard.push(each) });
  assistant.ask({ text: CANARY, surface: 'private', addressed: true, conversation: '12345' });
  expect(heard).toEqual([{ kind: 'unknown', surface: 'private', milliseconds: expect.any(Number) }]);
});

test('the state of receiving, the inbox and the content are looked at anew', async () => {
  let version = 'one';
  const figures = { running: 2, waiting: 1, taken: 9, repeated: 4, handled: 7, givenUp: 0 };
  const { metrics } = start({
    contentVersion: () => version,
    receiving: () => ({ state: 'answering', ...figures }),
  });
  const text = await metrics.text();
  expect(text).toContain('faq_content_info{version="one"} 1');
  expect(text).toContain('faq_inbox_waiting 3');
  expect(text).toMatch(/faq_inbox_oldest_seconds 5(\.|\n)/);
  expect(text).toContain('faq_updates_total{outcome="taken"} 9');
  expect(text).toContain('faq_updates_running 2');
  expect(text).toContain('faq_calls_waiting 1');
  expect(text).toContain('faq_receiving_state{state="answering"} 1');
  expect(text).toContain(`faq_build_info{version="1.2.3",node="${process.version}"} 1`);
  version = 'two';
  const later = await metrics.text();
  expect(later).toContain('faq_content_info{version="two"} 1');
  expect(later).not.toContain('version="one"');
});

test('while the store fails, the inbox has no figure, not an old one', async () => {
  let fails = false;
  const { metrics } = start({
    backlog: async () => {
      if (fails) throw new Error('lost');
      return { waiting: 8, oldestAt: undefined };
    },
  });
  expect(await metrics.text()).toContain('faq_inbox_waiting 8');
  fails = true;
  expect(await metrics.text()).not.toMatch(/^faq_inbox_waiting/m);
});

test('each failure of the store is counted by what was tried and why, and still fails', async () => {
  const { metrics } = start();
  const fail = async () => {
    throw Object.assign(new Error(CANARY), { code: 'SQLITE_FULL' });
  };
  const stores = observeStores(storesThat(fail), metrics.storeFailed);
  await expect(stores.inbox.take({} as never)).rejects.toThrow(CANARY);
  await expect(stores.check()).rejects.toThrow(CANARY);
  const text = await metrics.text();
  expect(text).toContain('faq_store_failures_total{what="inbox.take",reason="full"} 1');
  expect(text).toContain('faq_store_failures_total{what="check",reason="full"} 1');
  expect(text).not.toContain(CANARY);
});

test('the dashboard asks for figures that exist', async () => {
  const metrics = createMetrics(
    {
      contentVersion: () => 'x',
      receiving: () => undefined,
      backlog: async () => ({ waiting: 0, oldestAt: undefined }),
    },
    '1',
  );
  const text = await metrics.text();
  const file = new URL('../../src/operations/dashboard.json', import.meta.url);
  const dashboard = readFileSync(file, 'utf8');
  expect(JSON.parse(dashboard).panels.length).toBeGreaterThan(5);
  const asked = new Set(dashboard.match(/\b(?:faq|process|nodejs)_[a-z0-9_]+/g));
  for (const name of asked) {
    const base = name.replace(/_(?:bucket|count|sum)$/, '');
    expect(text, name).toMatch(new RegExp(`^# TYPE (?:${name}|${base}) `, 'm'));
  }
});
