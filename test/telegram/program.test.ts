import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFile, type TestDatabase } from '../storage/databases.ts';
import { type FakeBotApi, startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts';

/* The bot in a process of its own, against the Bot API over HTTP. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** For slow machines; nothing waits for it to pass. */
const PATIENCE = 60_000;

let fake: FakeBotApi;
let database: TestDatabase;
beforeEach(async () => {
  fake = await startFakeBotApi(PATIENCE);
  database = await createFile();
});
afterEach(async () => {
  await fake.close();
  await database.drop();
});

function run(token: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/telegram/bot-program.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: fake.url,
      DATABASE_URL: database.url,
    },
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    child,
    output: () => output,
    ended: once(child, 'close').then(([status]) => ({ status, output, errors })),
  };
}

test(
  'answers, and stops cleanly when it is told to',
  async () => {
    const { child, ended } = run(TOKEN);
    fake.push(fake.person.says('/start awake-dose'));
    await fake.until((api) => api.sent.length === 1);
    expect(fake.api.sent[0]).toMatchObject({ text: expect.stringContaining('10–90 mg per hour') });
    await fake.until(() => fake.polls === 1);
    child.kill('SIGTERM');
    const { status, output, errors } = await ended;
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(fake.pending).toEqual([]);
    expect(fake.api.violations).toEqual([]);
    expect(output).not.toContain(TOKEN);
    expect(output).not.toContain(String(fake.person.chat.id));
  },
  PATIENCE,
);

test(
  'a wrong token: one sentence that does not show it, exit status 2',
  async () => {
    const { status, output, errors } = await run('7000000001:wrong').ended;
    expect(status).toBe(2);
    expect(errors).toMatch(/^BOT_TOKEN [^\n]+\.\n$/);
    expect(errors + output).not.toContain('wrong\n');
    expect(errors + output).not.toContain('7000000001');
  },
  PATIENCE,
);
