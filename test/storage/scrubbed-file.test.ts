import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chat } from 'grammy/types';
import { expect, test } from 'vitest';
import { scrubText } from '../../src/answering/scrub-text.ts';
import { answerId } from '../../src/domain/ids.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { markPerson } from '../../src/storage/mark-person.ts';
import { filePath } from '../../src/storage/open-embedded.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { sendDigest } from '../../src/telegram/curators/digest.ts';
import { startTalk } from '../support/talk.ts';
import { createGroup, replyTo } from '../support/telegram/group.ts';
import { createLoop } from '../support/telegram/loop.ts';
import { createFile } from './databases.ts';

const USER = 5_551_234_567;
const SECRETS = [
  'Zebulon',
  'Quixote',
  'zeb_quix',
  '0171 5558812',
  'zeb@quix.example',
  '48213977',
  String(USER),
];
const TEXT = `I am Zebulon Quixote, @zeb_quix, 0171 5558812 or zeb@quix.example, patient 48213977. What is it?`;

/** Everything in the folder of the database: the file, its journal, and what else SQLite keeps beside them. */
function bytesOf(url: string): string {
  const folder = dirname(filePath(url));
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n');
}

test('no name, number or id of a member is in the files, while the bot runs and after', async () => {
  const { url, drop } = await createFile();
  const stores = await openStores(url, { secret: 'token' });
  const key = await stores.keys.current('askers', 24);
  const asker = markPerson(key, USER);
  const payload = JSON.stringify({ message: { from: { id: USER, first_name: 'Zebulon' }, text: TEXT } });
  await stores.inbox.take({ id: 1, chatKey: String(USER), payload });
  await stores.inbox.take({ id: 2, chatKey: String(USER), payload });
  await stores.inbox.finish([1]);
  const text = scrubText(TEXT, ['Zebulon', 'Quixote']);
  await stores.unanswered.add({
    text,
    likeness: text,
    kind: 'unknown',
    bestGuess: undefined,
    asker,
    released: true,
    at: Date.now(),
  });
  await stores.feedback.vote({ answerId: answerId('coma'), voter: asker, helped: true, at: Date.now() });
  await stores.posted.add({
    place: { chatId: USER, threadId: undefined, messageId: 1 },
    answerId: answerId('coma'),
    form: 'full',
    version: 'v1',
    at: 1,
  });

  const running = bytesOf(url);
  // So that an empty read cannot pass: what may be kept is there.
  expect(running).toContain('What is it?');
  for (const secret of SECRETS) expect(running).not.toContain(secret);
  await stores.close();
  const closed = bytesOf(url);
  expect(closed).toContain('What is it?');
  for (const secret of SECRETS) expect(closed).not.toContain(secret);
  await drop();
});

test('no name, number or id is in the files after people have talked to a bot', async () => {
  const curators: Chat = { id: -1_009_000_000, type: 'supergroup', title: 'Curators' };
  const loop = await createLoop({ assistant: startTalk().assistant, curators });
  const zeb = createPerson(loop.api, { id: USER });
  const named = { from: { ...zeb.user, first_name: 'Zebulon', last_name: 'Quixote', username: 'zeb_quix' } };
  const says = (text: string) => loop.handle(zeb.says(text, named));
  await says(TEXT);
  await says('Zebulon here, zeb@quix.example. Does my insurer at 0171 5558812 know about gout and 48213977?');
  await loop.handle(zeb.taps('Send to the curators'));
  await says('how much ketamine per hour? I am Zebulon Quixote, 0171 5558812');
  await loop.handle(zeb.taps('Not what I asked'));
  await says('my name is Zebulon and i want to kill myself, call 0171 5558812');
  const group = createGroup({ setting: loop, chat: { title: 'Quixote family' } });
  const asked = group.kim.says('is gout like CRPS? ask Quixote, 0171 5558812', {
    from: { ...named.from, id: USER },
  });
  await loop.handle(group.mod.says('/faq', replyTo(asked)));
  await loop.keeper.settled();
  if (!loop.chat) throw new Error('There is no chat of curators.');
  const { stores, assistant, chat, url } = loop;
  await sendDigest({ stores, assistant, chat, owner: 'p' });

  const running = bytesOf(url);
  expect(running).toContain('about gout');
  // Who is named by another member is not known to the bot: only names of the writer can be taken out.
  for (const secret of SECRETS) expect(running).not.toContain(secret);
  const shown = (await loop.open()).flatMap(({ texts }) => texts).join('\n');
  expect(shown).toContain('about gout');
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
  for (const secret of SECRETS) expect(loop.log.join('\n')).not.toContain(secret);
  await loop.close();
});

test('what is deleted is gone from the files, keys too', async () => {
  const { url, drop } = await createFile();
  let now = Date.now();
  const stores = await openStores(url, { now: () => now });
  const key = await stores.keys.current('askers', 24);
  const text = `only here ${randomBytes(8).toString('hex')}`;
  const asker = { key: key.id, mark: 'mark-of-someone' };
  const kind = 'unknown' as const;
  await stores.unanswered.add({
    text,
    likeness: text,
    kind,
    bestGuess: undefined,
    asker,
    released: true,
    at: now,
  });
  const secret = Buffer.from(key.secret).toString('base64');
  expect(bytesOf(url)).toContain(secret);
  expect(bytesOf(url)).toContain(text);
  now += 91 * 86_400_000;
  await stores.tidy();
  for (const gone of [secret, text, 'mark-of-someone']) expect(bytesOf(url)).not.toContain(gone);
  await stores.close();
  await drop();
});
