import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import { createFile } from '../storage/databases.ts';
import { question } from '../storage/marks.ts';
import { startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts';

/* A bot in a process of its own, with a chat of curators. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE = 180_000;
const CURATORS = -1_009_000_000;

test(
  'a running bot sends the digest, takes a decision, and stops cleanly in the middle of it',
  async () => {
    const { url, drop } = await createFile();
    const stores = await openStores(url, { secret: TOKEN });
    for (let i = 0; i < 20; i += 1)
      await stores.unanswered.add(question('ann', `q${i}`, { released: true, at: Date.now() }));
    const fake = await startFakeBotApi(PATIENCE);
    fake.api.chats.set(CURATORS, { id: CURATORS, type: 'supergroup', title: 'Curators' });
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/telegram/bot-program.ts'], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'] ?? '',
        BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: fake.url,
        DATABASE_URL: url,
        CURATOR_CHAT_ID: String(CURATORS),
      },
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    await fake.until((api) => api.sent.length >= 2);
    expect(fake.api.sent[0]?.['text']).toContain('Open questions: 20');
    const markup = fake.api.sent[1]?.['reply_markup'] as { inline_keyboard: { callback_data: string }[][] };
    const ignore = markup.inline_keyboard.flat().at(-1)?.callback_data;
    const message = [...fake.api.messages.values()].find(({ reply_markup: own }) => own !== undefined);
    fake.push(fake.person.forges(ignore, message));
    await fake.until((api) => api.calls.some(({ method }) => method === 'editMessageText'));
    expect(await stores.unanswered.counts()).toMatchObject({ groups: { taken: 1 } });
    child.kill('SIGTERM');
    const [status] = await once(child, 'close');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(fake.api.violations).toEqual([]);
    await fake.close();
    await stores.close();
    await drop();
  },
  PATIENCE,
);
