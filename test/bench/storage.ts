/** `npx tsx test/bench/storage.ts`: the store at a million rows and under SIGKILL, as figures. PostgreSQL as well with TEST_DATABASE_URL. */
import { createClient } from '@libsql/client';
import pg from 'pg';
import { answerId } from '../../src/domain/ids.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { createDatabase, createFile, POSTGRES, type TestDatabase } from '../storage/databases.ts';
import { killWriter } from '../storage/kill-writer.ts';
import { mark, question } from '../storage/marks.ts';

const ROWS = 1_000_000;
/** Half of the questions stand alone, the others are in groups of ten. */
const ALONE = ROWS / 2;
const KILLS = 20;
const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;

const kind = `case i % 3 when 0 then 'unknown' when 1 then 'unsure' else 'thumbs-down' end`;
const group = `'g' || (case when i <= ${ALONE} then i else ${ALONE} + (i - ${ALONE}) / 10 end)`;
const at = `${NOW - 89 * DAY} + i * ${Math.floor((89 * DAY) / ROWS)}`;

/** A million questions and a million votes, written by the database itself. */
function seed(series: string): readonly string[] {
  return [
    `insert into unanswered (group_id, key_id, mark, text, kind, released, at)
      select ${group}, 'k' || (i / 12000), 'm' || i, 'a question of an ordinary length, number ' || i, ${kind}, 0, ${at} from (${series}) s`,
    `insert into unanswered_group (id, state, shared, shown, asked, guess, last_at, verdict)
      select group_id, case when count(*) > 1 then 1 else 0 end, case when count(*) > 1 then 1 else 0 end, 0, count(*), 'awake-dose', max(at), null
      from unanswered group by group_id`,
    `insert into vote (answer_id, key_id, mark, week, helped, changes)
      select 'answer-' || (i % 40), 'k1', 'm' || i, '2026-10-' || (10 + i % 20), i % 2, 0 from (${series}) s`,
    'analyze',
  ];
}

async function fill(url: string): Promise<void> {
  if (url.startsWith('file:')) {
    const client = createClient({ url });
    const series = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ROWS}) select i from n`;
    for (const statement of seed(series)) await client.execute(statement);
    client.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of seed(`select i from generate_series(1::bigint, ${ROWS}) i`))
    await client.query(statement);
  await client.end();
}

async function time(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  const rss = (process.memoryUsage.rss() / 1e6).toFixed(0);
  process.stdout.write(
    `  ${what.padEnd(58)} ${ms.toFixed(1).padStart(9)} ms   ${rss} MB   ${result ?? ''}\n`,
  );
}

async function rate(what: string, n: number, work: (i: number) => Promise<unknown>): Promise<void> {
  const start = performance.now();
  for (let i = 0; i < n; i += 1) await work(i);
  const perSecond = (n / (performance.now() - start)) * 1_000;
  process.stdout.write(`  ${what.padEnd(58)} ${perSecond.toFixed(0).padStart(9)} /s\n`);
}

async function pages(stores: Stores, limit: number, most: number): Promise<number> {
  let seen = 0;
  let after: string | undefined;
  do {
    const page = await stores.unanswered.open({ limit, after });
    seen += page.items.length;
    after = page.next;
  } while (after !== undefined && seen < most);
  return seen;
}

async function measure(name: string, database: TestDatabase): Promise<void> {
  process.stdout.write(`\n${name}\n`);
  const { url } = database;
  await (await openStores(url)).close();
  await time(`filling: ${ROWS} questions, ${ROWS} votes`, () => fill(url));
  const stores = await openStores(url, { now: () => NOW });
  await time('digest: are there 20 fresh groups?', () => stores.unanswered.countFresh(20));
  await time('digest: first 50 fresh groups with texts', async () => {
    const { items } = await stores.unanswered.open({ limit: 50, fresh: true });
    return `${items.length} groups`;
  });
  await time('report: counts of questions and groups', async () => {
    const { questions, groups } = await stores.unanswered.counts();
    return `${questions} questions, ${groups.open} open groups`;
  });
  await time(
    'report: votes by answer and week',
    async () => `${(await stores.feedback.tallies()).length} sums`,
  );
  await time(
    'curate: all open groups in pages of 100',
    async () => `${await pages(stores, 100, Infinity)} groups`,
  );
  await rate('one more question', 2_000, (i) => stores.unanswered.add(question(`p${i}`, `new ${i % 100}`)));
  await rate('one vote', 2_000, (i) =>
    stores.feedback.vote({ answerId: answerId('coma'), voter: mark(`p${i}`), helped: true, at: NOW }),
  );
  await rate('one setting read', 5_000, (i) => stores.groups.settingsOf(i));
  await rate('one update taken and finished', 2_000, async (i) => {
    await stores.inbox.take({ id: i, chatKey: `${i % 50}`, payload: 'x'.repeat(700) });
    await stores.inbox.finish([i]);
  });
  await rate('100 updates taken and finished in one batch', 50, async (n) => {
    const ids = Array.from({ length: 100 }, (_, i) => 10_000 + n * 100 + i);
    await stores.inbox.takeAll(ids.map((id) => ({ id, chatKey: `${id % 50}`, payload: 'x'.repeat(700) })));
    await stores.inbox.finish(ids);
  });
  await time('votes of a key that is gone become sums', () => stores.feedback.fold(['k1']));
  await time('a day of questions gone', async () => stores.unanswered.purge(NOW - 88 * DAY));
  await stores.close();
}

async function kill(name: string, create: () => Promise<TestDatabase>): Promise<void> {
  let confirmed = 0;
  let lost = 0;
  for (let i = 0; i < KILLS; i += 1) {
    const database = await create();
    const killed = await killWriter(database, 1 + Math.floor((i * 900) / KILLS));
    confirmed += killed.confirmed;
    lost += Math.max(0, killed.confirmed - killed.found);
    await database.drop();
  }
  process.stdout.write(`\n${name}: ${KILLS} × SIGKILL, ${confirmed} confirmed writes, ${lost} lost\n`);
}

const kinds: [string, () => Promise<TestDatabase>][] = [['Embedded file', createFile]];
if (POSTGRES !== undefined) kinds.push(['PostgreSQL', createDatabase]);
for (const [name, create] of kinds) {
  const database = await create();
  await measure(name, database);
  await database.drop();
  await kill(name, create);
}
