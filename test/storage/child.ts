/** Another process on the same store, for the tests of several processes: `child.ts <job> <url> <name>`. */
import { answerId } from '../../src/domain/ids.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { markPerson } from '../../src/storage/mark-person.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { question } from './marks.ts';

const PEOPLE = 200;
const DAY = '2026-11-22';

type Job = (stores: Stores, name: string) => Promise<unknown>;

/** Each person votes in every process, in another order; each process answers with what it counted. */
const vote: Job = async (stores, name) => {
  const counts = { counted: 0, changed: 0, same: 0 };
  const people = Array.from({ length: PEOPLE }, (_, i) => (name === 'a' ? i : PEOPLE - 1 - i));
  const one = async (person: number) => {
    const voter = markPerson(await stores.keys.current('votes', 24), person);
    counts[await stores.feedback.vote({ answerId: answerId('coma'), voter, helped: true, at: 1 })] += 1;
    await stores.unanswered.add(question('', `q${person % 20}`, { asker: voter }));
    await stores.counters.add('votes', DAY);
  };
  for (let i = 0; i < people.length; i += 10) await Promise.all(people.slice(i, i + 10).map(one));
  return counts;
};

/** Takes and handles the same updates as the others; answers with the ids it handled. */
const handle: Job = async (stores, name) => {
  const updates = Array.from({ length: PEOPLE }, (_, id) => ({
    id,
    chatKey: `chat ${id % 7}`,
    payload: '{}',
  }));
  for (let i = 0; i < PEOPLE; i += 10) await stores.inbox.takeAll(updates.slice(i, i + 10));
  const handled: number[] = [];
  while ((await stores.inbox.backlog()).waiting > 0) {
    const claimed = await stores.inbox.claim({ owner: name, holdMs: 30_000, limit: 3 });
    handled.push(...claimed.map((entry) => entry.id));
    await stores.inbox.finish(claimed.map((entry) => entry.id));
  }
  return handled;
};

/** Writes 1,000 records and says what was confirmed, one number a line. */
const write: Job = async (stores) => {
  for (let n = 1; n <= 1_000; n += 1) {
    if (n % 2 === 0) await stores.counters.add(`write ${n}`, DAY);
    else await stores.unanswered.add(question('ann', `write ${n}`));
    process.stdout.write(`${n}\n`);
  }
};

/** Looks for a digest again and again, as a bot does; answers with how many messages it would have sent. */
const digest: Job = async (stores, name) => {
  // Loaded only here: the other jobs need no knowledge, and start often.
  const [{ sendDigest }, { shippedApp }] = await Promise.all([
    import('../../src/telegram/curators/digest.ts'),
    import('../support/shipped.ts'),
  ]);
  const { assistant } = shippedApp();
  let told = 0;
  const chat = {
    is: () => true,
    tell: async () => {
      told += 1;
      return true;
    },
    replace: async () => undefined,
  };
  for (let i = 0; i < 10; i += 1) await sendDigest({ stores, assistant, chat, owner: name });
  return told;
};

const jobs: Readonly<Record<string, Job>> = { vote, handle, write, digest };
const [job = '', url = '', name = ''] = process.argv.slice(2);
const stores = await openStores(url, { secret: 'token' });
const result = await jobs[job]?.(stores, name);
await stores.close();
if (result !== undefined) process.stdout.write(JSON.stringify(result));
