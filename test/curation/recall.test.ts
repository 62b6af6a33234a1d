import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerId } from '../../src/domain/ids.ts';
import { BOT } from '../../src/stand-in/answers.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts';
import { runMain } from '../support/run-main.ts';
import { type SmallKnowledge, smallKnowledge } from '../support/small-knowledge.ts';

const SLOW = 240_000;
const FILE = 'content/answers/awake/awake-dose.md';

let knowledge: SmallKnowledge;
beforeEach(() => {
  knowledge = smallKnowledge();
});
afterEach(() => knowledge.drop());

test('recall lists what is to be edited without a chat’s id, and edits it when it has a token', {
  timeout: SLOW,
}, async () => {
  const fake = await startFakeBotApi();
  const { chat } = fake.person;
  fake.api.messages.set(`${chat.id}:7`, { message_id: 7, date: 1, chat, from: BOT, text: 'old' } as never);
  const stores = await openStores(knowledge.database);
  const answer = { answerId: answerId('awake-dose'), form: 'full', version: 'old', at: 1 } as const;
  await stores.posted.add({ ...answer, place: { chatId: chat.id, threadId: undefined, messageId: 7 } });
  await stores.posted.add({ ...answer, place: { chatId: -5, threadId: undefined, messageId: 8 } });
  await stores.posted.add({ ...answer, place: { inlineId: 'in-1' } });
  await stores.close();
  knowledge.write(FILE, knowledge.read(FILE).replace('level:', 'corrected: 2026-11-16\nlevel:'));
  const run = (more: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    runMain(['recall', '--knowledge', knowledge.root, ...more], '', {
      DATABASE_URL: knowledge.database,
      ...environment,
    });

  const listed = await run(['--dry-run']);
  expect(listed).toMatchObject({ status: 0, stderr: '' });
  expect(listed.stdout).toBe(
    'awake-dose (corrected 2026-11-16): to be edited: 1 in private chats, 1 in groups, 1 from inline mode. ' +
      'So far awake-dose: 0 edited, 0 not.\n',
  );
  const explained = await run([]);
  expect(explained.stdout).toContain('set BOT_TOKEN');
  expect(fake.api.calls).toEqual([]);

  const edited = await run([], { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: fake.url, LOG_LEVEL: 'silent' });
  expect(edited).toMatchObject({ status: 0, stderr: '' });
  expect(edited.stdout).toContain('2 edited, 1 not (the message is gone: 1)');
  expect(fake.api.sent.map(({ text }) => String(text).includes('Corrected on 16 November 2026.'))).toEqual([
    true,
    true,
  ]);
  await fake.close();
});
