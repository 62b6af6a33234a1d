import { afterEach, expect, test } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import { onBothDatabases, type TestDatabase } from './databases.ts';
import { killWriter } from './kill-writer.ts';
import { question } from './marks.ts';
import { runChild } from './run-child.ts';

onBothDatabases('two processes on one store', (create) => {
  let database: TestDatabase | undefined;
  afterEach(() => database?.drop());

  test('open a new one at once', async () => {
    database = await create();
    const { url } = database;
    const opened = await Promise.all(Array.from({ length: 6 }, () => openStores(url)));
    await Promise.all(opened.map((stores) => stores.check()));
    await Promise.all(opened.map((stores) => stores.close()));
  });

  test('lose no vote, count none twice, and lose no count', async () => {
    database = await create();
    const { url } = database;
    type Counts = Readonly<Record<'counted' | 'changed' | 'same', number>>;
    const [a, b] = await Promise.all([
      runChild<Counts>('vote', url, 'a'),
      runChild<Counts>('vote', url, 'b'),
    ]);
    expect([a.counted + b.counted, a.same + b.same, a.changed + b.changed]).toEqual([200, 200, 0]);
    const stores = await openStores(url);
    expect(await stores.feedback.tallies()).toMatchObject([{ helped: 200, notHelped: 0 }]);
    expect(await stores.counters.read('votes', '2026-11-22', '2026-11-22')).toMatchObject([{ n: 400 }]);
    expect(await stores.unanswered.counts()).toMatchObject({ questions: 200, groups: { open: 20 } });
    expect((await stores.unanswered.open({ limit: 20 })).items.map((g) => g.asked)).toEqual(
      Array(20).fill(10),
    );
    await stores.close();
  });

  test('handle each update once, in the order of its chat', async () => {
    database = await create();
    const { url } = database;
    const handled = await Promise.all([
      runChild<number[]>('handle', url, 'a'),
      runChild<number[]>('handle', url, 'b'),
    ]);
    expect(handled.flat().toSorted((x, y) => x - y)).toEqual(Array.from({ length: 200 }, (_, id) => id));
    for (const ids of handled) {
      for (let chat = 0; chat < 7; chat += 1) {
        const own = ids.filter((id) => id % 7 === chat);
        expect(own).toEqual(own.toSorted((x, y) => x - y));
      }
    }
  });

  test('only one of them gets the digest', async () => {
    database = await create();
    const { url } = database;
    const all = await Promise.all(['a', 'b', 'c'].map(() => openStores(url)));
    const got = await Promise.all(all.map((stores, i) => stores.leases.acquire('digest', `p${i}`, 60_000)));
    expect(got.filter(Boolean)).toHaveLength(1);
    await Promise.all(all.map((stores) => stores.close()));
  });

  test('send one digest between them, with each question once', async () => {
    database = await create();
    const { url } = database;
    const stores = await openStores(url);
    for (let i = 0; i < 25; i += 1)
      await stores.unanswered.add(question('ann', `q${i}`, { released: true, at: Date.now() }));
    const told = await Promise.all(['a', 'b'].map((name) => runChild<number>('digest', url, name)));
    // A head and 20 questions; the other five wait for their week.
    expect(told.toSorted()).toEqual([0, 21]);
    expect(await stores.unanswered.countFresh(100)).toBe(5);
    await stores.close();
  });

  test('one killed in the middle of its writes: every confirmed one is there', async () => {
    for (const after of [1, 150]) {
      database = await create();
      const { confirmed, found } = await killWriter(database, after);
      expect(confirmed).toBeGreaterThanOrEqual(after);
      expect(confirmed).toBeLessThan(1_000);
      expect([confirmed, confirmed + 1]).toContain(found);
      await database.drop();
    }
    database = undefined;
  });
});
