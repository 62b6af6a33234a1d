import { describe, expect, test, vi } from 'vitest';
import { FAULTS } from '../../src/stand-in/answers.ts';
import { createFile, onPostgres, type TestDatabase } from '../storage/databases.ts';
import { type FakeBotApi, type Interference, startFakeBotApi } from '../support/fake-bot-api.ts';
import { brokenLaws, runFaults } from '../support/faults/run-faults.ts';
import { type StartedBot, startBot } from '../support/start-bot.ts';

/* Whole bots in processes of their own, on one store. */

const PATIENCE = 100_000;
vi.setConfig({ testTimeout: 240_000 });
const SECRET = 'right-secret';

type Cleanup = (after: () => Promise<void>) => void;

/** A Bot API, a database, and bots that use them; all gone when the test has ended. */
async function world(
  cleanup: Cleanup,
  create: () => Promise<TestDatabase>,
  interfere?: () => Interference | undefined,
) {
  const fake = await startFakeBotApi(PATIENCE, interfere ? { interfere } : {});
  const database = await create();
  const bots: StartedBot[] = [];
  cleanup(async () => {
    for (const { child } of bots) child.kill('SIGKILL');
    await Promise.all(bots.map(({ ended }) => ended));
    await fake.close();
    await database.drop();
    expect(fake.api.violations).toEqual([]);
  });
  const start = (more: Readonly<Record<string, string>> = {}): StartedBot => {
    const bot = startBot({ TELEGRAM_API_ROOT: fake.url, DATABASE_URL: database.url, ...more });
    bots.push(bot);
    return bot;
  };
  return { fake, start };
}

const hook = (fake: FakeBotApi) => ({
  BOT_MODE: 'webhook',
  WEBHOOK_URL: `${fake.url}/hook`,
  WEBHOOK_SECRET: SECRET,
  PORT: '0',
});

async function post(bot: StartedBot, update: unknown, secret = SECRET): Promise<number> {
  const { port } = await bot.logged('Listening.');
  const { status } = await fetch(`http://127.0.0.1:${port}/hook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  });
  return status;
}

const texts = (fake: FakeBotApi) => fake.api.sent.map(({ text }) => String(text).slice(0, 4));

describe.concurrent('polling', () => {
  test('an update that was taken when the process died is answered by the next one', async ({
    onTestFinished,
  }) => {
    const { fake, start } = await world(onTestFinished, createFile);
    const first = start();
    await fake.until(() => fake.polls === 1);
    fake.api.failNext('sendMessage', FAULTS.tooMany(30));
    fake.push(fake.person.says('/help'), fake.person.says('/privacy'));
    await fake.until((api) => api.countOf('sendMessage') === 1 && fake.pending.length === 0);
    first.child.kill('SIGKILL');
    await first.ended;
    start();
    await fake.until((api) => api.sent.length === 2);
    expect(texts(fake)).toEqual(['You ', 'Very']);
  });

  test('a stop leaves what would wait for long to the next start, and nothing comes twice', async ({
    onTestFinished,
  }) => {
    const { fake, start } = await world(onTestFinished, createFile);
    const first = start();
    await fake.until(() => fake.polls === 1);
    fake.api.failNext('sendMessage', FAULTS.tooMany(12));
    const kim = fake.person.says('/help');
    fake.push(kim);
    await fake.until((api) => api.countOf('sendMessage') === 1 && fake.pending.length === 0);
    const told = Date.now();
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ status: 0 });
    expect(fake.api.sent).toHaveLength(0);
    start();
    await fake.until(() => fake.polls === 1);
    // Telegram may hand it out again all the same.
    fake.push(kim);
    await fake.until((api) => api.sent.length === 1);
    expect(Date.now() - told).toBeGreaterThan(11_500);
    fake.push(fake.person.says('/privacy'));
    await fake.until((api) => api.sent.length === 2);
    expect(texts(fake)).toEqual(['You ', 'Very']);
  });

  test('a second poller waits, and takes over when the first one dies', async ({ onTestFinished }) => {
    const { fake, start } = await world(onTestFinished, createFile);
    const first = start();
    await fake.until(() => fake.polls === 1);
    const second = start();
    await second.logged('Another process gets the updates: waiting until it stops.');
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.sent.length === 1);
    first.child.kill('SIGKILL');
    await first.ended;
    fake.push(fake.person.says('/privacy'));
    await fake.until((api) => api.sent.length === 2);
    const refused = fake.api.calls.filter(({ answer }) => answer !== 'reset' && !answer.ok);
    expect(refused).toEqual([]);
    expect(second.output()).toContain('The bot is answering.');
  });
});

describe.concurrent('webhook', () => {
  test('sets the webhook, answers what is posted, and leaves it set when it stops', async ({
    onTestFinished,
  }) => {
    const { fake, start } = await world(onTestFinished, createFile);
    const bot = start(hook(fake));
    await bot.logged('The bot is answering.');
    expect(fake.webhook).toMatchObject({
      url: `${fake.url}/hook`,
      secret_token: SECRET,
      drop_pending_updates: false,
      max_connections: 40,
    });
    const help = fake.person.says('/help');
    expect(await post(bot, help, 'wrong')).toBe(401);
    expect([await post(bot, help), await post(bot, help)]).toEqual([200, 200]);
    expect(await post(bot, { update_id: 1, message: null })).toBe(200);
    expect(await post(bot, { update_id: 2, message: { text: 5, chat: 7 } })).toBe(200);
    expect(await post(bot, fake.person.says('/privacy'))).toBe(200);
    await fake.until((api) => api.sent.length === 2);
    expect(texts(fake)).toEqual(['You ', 'Very']);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ status: 0 });
    expect(fake.webhook).toBeDefined();
    expect(bot.output()).not.toContain(SECRET);
    expect(fake.api.countOf('deleteWebhook') + fake.api.countOf('getUpdates')).toBe(0);
  });

  test('without a store it answers from memory, once, and says so', async ({ onTestFinished }) => {
    const { fake, start } = await world(onTestFinished, createFile);
    const bot = start({ ...hook(fake), DATABASE_URL: 'file:/dev/null/bot.db' });
    await bot.logged('The bot is answering.');
    const help = fake.person.says('/help');
    expect([await post(bot, help), await post(bot, help)]).toEqual([200, 200]);
    expect(await post(bot, fake.person.says('/privacy'))).toBe(200);
    expect(texts(fake)).toEqual(['You ', 'Very']);
    expect(bot.output()).toContain('The bot answers without it');
    expect(bot.output()).toContain('The store failed; answers go on from memory.');
  });

  test('a poller on the same store waits while replicas serve, and removes the webhook when they are gone', async ({
    onTestFinished,
  }) => {
    const { fake, start } = await world(onTestFinished, createFile);
    const replica = start(hook(fake));
    await replica.logged('The bot is answering.');
    const poller = start();
    await poller.logged('Another process gets the updates: waiting until it stops.');
    expect(fake.webhook).toBeDefined();
    replica.child.kill('SIGTERM');
    await replica.ended;
    await fake.until(() => fake.polls === 1);
    expect(fake.webhook).toBeUndefined();
  });

  test('what keeps it from starting is one sentence, exit status 2', async ({ onTestFinished }) => {
    const { fake, start } = await world(onTestFinished, createFile);
    const ended = async (bot: StartedBot) => ({ ...(await bot.ended), errors: bot.errors() });
    fake.api.failNext('setWebhook', {
      ok: false,
      error_code: 400,
      description: 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    });
    expect(await ended(start(hook(fake)))).toMatchObject({
      status: 2,
      errors: expect.stringMatching(/^WEBHOOK_URL holds an address that Telegram does not take [^\n]+\n$/),
    });
    const port = new URL(fake.url).port;
    expect(await ended(start({ ...hook(fake), PORT: port }))).toMatchObject({
      status: 2,
      errors: expect.stringMatching(/^PORT and HOST hold [^\n]+ PORT should hold a free port\.\n$/),
    });
  });
});

describe.concurrent('stopping', () => {
  test('an error that nothing caught: logged without its words, what is under way is finished, exit status 1', async ({
    onTestFinished,
  }) => {
    let first = true;
    const { fake, start } = await world(onTestFinished, createFile, () => {
      const slow = first;
      first = false;
      return slow ? { do: 'delay', ms: 0 } : undefined;
    });
    const bot = start({ FAULT_REJECTION: 'kim is in pain' });
    await fake.until(() => fake.polls === 1);
    fake.push(fake.person.says('/help'), fake.person.says('kim is in pain'));
    expect(await bot.ended).toMatchObject({ status: 1 });
    expect(fake.api.sent).toHaveLength(2);
    expect(bot.output()).toContain('Nothing caught an error: stopping.');
    expect(bot.output()).not.toContain('kim is in pain');
  });

  test('a second signal leaves at once', async ({ onTestFinished }) => {
    const { fake, start } = await world(onTestFinished, createFile, () => ({ do: 'delay', ms: 0 }));
    const bot = start();
    await fake.until(() => fake.polls === 1);
    fake.api.failNext('sendMessage', FAULTS.tooMany(9));
    fake.push(fake.person.says('/help'));
    await fake.until((api) => api.countOf('sendMessage') === 1);
    bot.child.kill('SIGTERM');
    await bot.logged('Stopping.');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ status: 1 });
    expect(fake.api.sent).toHaveLength(0);
  });
});

describe.concurrent('under faults', () => {
  test('every question is answered by a bot that is killed', async ({ onTestFinished }) => {
    const database = await createFile();
    onTestFinished(database.drop);
    const figures = await runFaults({
      questions: 60,
      kills: 1,
      replicas: 0,
      databaseUrl: database.url,
      perSecond: 60,
      longPauses: false,
      patience: PATIENCE,
    });
    expect(brokenLaws(figures)).toEqual([]);
  });
});

onPostgres('two replicas', (create) => {
  test('answer every question once, in order, though one is killed', async ({ onTestFinished }) => {
    const database = await create();
    onTestFinished(database.drop);
    const figures = await runFaults({
      questions: 80,
      kills: 1,
      replicas: 2,
      databaseUrl: database.url,
      perSecond: 100,
      longPauses: false,
      patience: PATIENCE,
    });
    expect(brokenLaws(figures)).toEqual([]);
  });
});
