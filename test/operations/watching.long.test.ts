import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../../src/operations/create-logger.ts';
import { type FakeBotApi, startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts';
import { runMain } from '../support/run-main.ts';
import { startBot } from '../support/start-bot.ts';

/* The bot in a process of its own, watched as an operator would. */

/** For slow machines; nothing waits for it to pass. */
const PATIENCE = 180_000;
const PASSWORD = 'zebrapassword77';
const WORDS = 'zebrawords';
const NAME = 'Zebraname';
const SECRET = TOKEN.slice(TOKEN.indexOf(':') + 1);

let fake: FakeBotApi;
beforeEach(async () => {
  fake = await startFakeBotApi(PATIENCE);
});
afterEach(() => fake.close());

async function listen(bot: ReturnType<typeof startBot>) {
  const { port } = await bot.logged('Listening.');
  return async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
    return { status: response.status, body: await response.text() };
  };
}

test(
  'nothing of a message, a name, the token or the password is in the log, the figures or on standard error',
  async () => {
    const bot = startBot({
      TELEGRAM_API_ROOT: fake.url,
      DATABASE_URL: `postgres://zebrauser:${PASSWORD}@127.0.0.1:1/bot`,
      LOG_LEVEL: 'trace',
      PORT: '0',
    });
    const get = await listen(bot);
    const { id } = fake.person.chat;
    const from = { id, is_bot: false, first_name: NAME, last_name: NAME, username: NAME };
    const chat = { id, type: 'private', first_name: NAME } as const;
    const say = (text: unknown) => fake.push(fake.person.says(String(text), { from, chat } as never));
    const answered = async (text: string): Promise<void> => {
      const before = fake.api.sent.length;
      say(text);
      await fake.until((api) => api.sent.length > before);
    };
    await answered(`tell me about ${WORDS}`);
    await answered(`I want to kill myself ${WORDS}`);
    await answered(`/start ${WORDS}`);
    // A handler that fails, a chat that is closed, a connection that breaks.
    const update = fake.person.says('x', { from, chat } as never);
    const broken = { ...update, message: { ...update.message, text: { [WORDS]: WORDS }, entities: [{}] } };
    const before = fake.api.sent.length;
    fake.push(broken as never);
    await fake.until((api) => api.sent.length > before);
    fake.api.failNext('sendMessage', {
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    say(WORDS);
    await bot.logged('The chat is closed to the bot.');
    fake.api.failNext('sendMessage', 'reset');
    await answered(WORDS);

    const ready = await get('/readyz');
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.body)).toMatchObject({
      checks: { store: 'failed', updates: 'ok', knowledge: 'ok' },
    });
    expect(await get('/healthz')).toMatchObject({ status: 200 });
    const figures = await get('/metrics');
    expect(figures.body).toMatch(/faq_questions_total\{kind="safety",surface="private"\} 1/);
    expect(figures.body).toMatch(/faq_store_failures_total\{what="inbox\.takeAll",reason="lost"\} \d/);
    expect(figures.body).toMatch(/process_resident_memory_bytes \d/);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ status: 0 });

    const everything = [bot.output(), bot.errors(), ready.body, figures.body].join('\n').toLowerCase();
    expect(everything.length).toBeGreaterThan(1_000);
    for (const canary of [WORDS, NAME, SECRET, PASSWORD, String(id)]) {
      expect(everything, canary).not.toContain(canary.toLowerCase());
    }
    for (const line of bot.log())
      expect(line).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  },
  PATIENCE,
);

test(
  'with a store it is ready; the doctor says so, and names no secret',
  async () => {
    const file = `file:${process.env['TMPDIR'] ?? '/tmp'}/watching-${process.pid}/bot.db`;
    const bot = startBot({ TELEGRAM_API_ROOT: fake.url, DATABASE_URL: file, PORT: '0' });
    const get = await listen(bot);
    fake.push(fake.person.says('what is crps'));
    await fake.until((api) => api.sent.length === 1);
    expect(await get('/readyz')).toMatchObject({ status: 200 });
    expect((await get('/metrics')).body).toContain('faq_updates_total{outcome="taken"} 1');
    const { port } = await bot.logged('Listening.');
    const environment = {
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: fake.url,
      DATABASE_URL: file,
      PORT: String(port),
    };
    const { stdout, stderr } = await runMain(['doctor'], '', environment);
    expect(stdout).toMatch(/^ok +token +Telegram knows this bot: @crps_answers_bot\.$/m);
    expect(stdout).toMatch(/^ok +database /m);
    expect(stdout).toMatch(/^ok +running bot .* is ready\.$/m);
    expect(stdout + stderr).not.toContain(SECRET);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ status: 0 });
  },
  PATIENCE,
);

test(
  'the doctor without a token looks at this machine; with a wrong variable or a wrong token it says 1',
  async () => {
    const local = await runMain(['doctor'], '', {
      DATABASE_URL: 'file:/tmp/no-such-folder-of-the-doctor/bot.db',
    });
    expect(local.stdout).toMatch(/^warning +token +BOT_TOKEN is not set/m);
    expect(local.status).toBe(0);
    const wrong = { BOT_TOKEN: '7000000001:zebratoken', TELEGRAM_API_ROOT: fake.url };
    const refused = await runMain(['doctor'], '', {
      ...wrong,
      DATABASE_URL: 'file:/tmp/no-such-folder/bot.db',
    });
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/^problem +token /m);
    expect(refused.stdout + refused.stderr).not.toContain('zebratoken');
    const mistaken = await runMain(['doctor'], '', { BOT_MODE: 'carrier pigeon' });
    expect(mistaken).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^problem +environment +BOT_MODE/m),
    });
  },
  PATIENCE,
);

test('a secret that is in a line all the same is masked, as it is and as it stands in an address', () => {
  const lines: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = ((line: string) => lines.push(line) > 0) as never;
  try {
    const logger = createLogger('info', ['7:secret/token', 'pass "word" x']);
    logger.info({ url: 'https://x/bot7:secret/token/getMe' }, 'call with 7:secret/token');
    logger.info({ said: 'pass "word" x', coded: encodeURIComponent('pass "word" x') }, 'x');
  } finally {
    process.stdout.write = write;
  }
  expect(lines.join('')).not.toMatch(/secret|word/);
});
