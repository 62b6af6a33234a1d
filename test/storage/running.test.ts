import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Stores } from '../../src/domain/stores.ts';
import { keepLease } from '../../src/storage/keep-lease.ts';
import { openLate } from '../../src/storage/open-late.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { runOnOne } from '../../src/storage/run-on-one.ts';
import { createMemoryStores } from '../../src/telegram/memory-stores.ts';
import { onBothDatabases, type TestDatabase } from './databases.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

onBothDatabases('what keeps the bot running', (create) => {
  let database: TestDatabase;
  let stores: Stores;
  let now = Date.UTC(2026, 10, 22);

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 22);
    database = await create();
    stores = await openStores(database.url, { now: () => now, secret: 'token' });
  });

  afterEach(async () => {
    await stores.close();
    await database.drop();
  });

  const update = (id: number, chatKey = 'chat') => ({ id, chatKey, payload: `{"update_id":${id}}` });
  const ids = (entries: readonly { readonly id: number }[]) => entries.map((entry) => entry.id);

  describe('inbox', () => {
    test('an update is taken once in 24 hours, finished or not', async () => {
      expect(await stores.inbox.take(update(7))).toBe(true);
      expect(await stores.inbox.take(update(7))).toBe(false);
      await stores.inbox.finish([7]);
      now += DAY - 1;
      expect(await stores.inbox.take(update(7))).toBe(false);
      now += 1;
      expect(await stores.inbox.take(update(7))).toBe(true);
      expect(ids(await stores.inbox.unfinished())).toEqual([7]);
    });

    test('many are taken at once, and only the new ones are returned', async () => {
      await stores.inbox.take(update(2));
      expect(await stores.inbox.takeAll([update(3), update(2), update(1), update(3)])).toEqual([3, 1]);
    });

    test('the unfinished come back as they were, in the order taken, and say how often they were tried', async () => {
      await stores.inbox.takeAll([update(9, 'a'), update(4, 'b'), update(5, 'a')]);
      await stores.inbox.finish([4]);
      await stores.inbox.finish([4]);
      expect(await stores.inbox.unfinished()).toEqual([
        { id: 9, chatKey: 'a', payload: '{"update_id":9}', attempts: 0 },
        { id: 5, chatKey: 'a', payload: '{"update_id":5}', attempts: 0 },
      ]);
      expect((await stores.inbox.unfinished()).map((entry) => entry.attempts)).toEqual([1, 1]);
    });

    test('they survive the process, and cannot be read with another secret', async () => {
      await stores.inbox.take(update(1));
      const others = await openStores(database.url, { secret: 'another token' });
      const [unreadable] = await others.inbox.unfinished();
      await others.close();
      expect(unreadable).toMatchObject({ id: 1, payload: undefined });
      expect(unreadable?.chatKey).not.toContain('chat');
      const same = await openStores(database.url, { secret: 'token' });
      expect(await same.inbox.unfinished()).toMatchObject([{ id: 1, payload: '{"update_id":1}' }]);
      await same.close();
    });

    test('the next update of a chat is handed out only when the one before is finished', async () => {
      await stores.inbox.takeAll([update(1, 'a'), update(2, 'a'), update(3, 'b')]);
      const claim = (owner: string, chatKey?: string) =>
        stores.inbox.claim({ owner, holdMs: 60_000, limit: 10, ...(chatKey ? { chatKey } : {}) });
      expect(ids(await claim('one', 'b'))).toEqual([3]);
      expect(ids(await claim('one'))).toEqual([1]);
      expect(await claim('two')).toEqual([]);
      await stores.inbox.finish([1]);
      expect(ids(await claim('two'))).toEqual([2]);
    });

    test('what a dead process held is handed out again, what a living one holds is not', async () => {
      await stores.inbox.takeAll([update(1, 'a'), update(2, 'b')]);
      expect(ids(await stores.inbox.claim({ owner: 'one', holdMs: 1, limit: 10 }))).toEqual([1, 2]);
      expect(await stores.inbox.hold('one', [1], 60_000)).toEqual([1]);
      expect(await stores.inbox.hold('two', [2], 60_000)).toEqual([]);
      now += 5;
      await new Promise((resolve) => setTimeout(resolve, 5));
      const again = await stores.inbox.claim({ owner: 'two', holdMs: 60_000, limit: 10 });
      expect(again).toEqual([{ id: 2, chatKey: 'b', payload: '{"update_id":2}', attempts: 1 }]);
    });

    test('what is given back waits with its chat, and was not tried', async () => {
      await stores.inbox.takeAll([update(1, 'a'), update(2, 'a')]);
      const claim = () => stores.inbox.claim({ owner: 'one', holdMs: 60_000, limit: 10 });
      expect(ids(await claim())).toEqual([1]);
      await stores.inbox.postpone('two', [1], 0);
      expect(await claim()).toEqual([]);
      await stores.inbox.postpone('one', [1], 60_000);
      expect(await claim()).toEqual([]);
      await stores.inbox.postpone('one', [1], 0);
      expect(await claim()).toEqual([]);
    });

    test('what is given back for no time is handed out at once', async () => {
      await stores.inbox.takeAll([update(1, 'a'), update(2, 'a')]);
      const claim = () => stores.inbox.claim({ owner: 'one', holdMs: 60_000, limit: 10 });
      expect(await claim()).toMatchObject([{ id: 1, attempts: 0 }]);
      await stores.inbox.postpone('one', [1], 0);
      expect(await claim()).toMatchObject([{ id: 1, attempts: 0 }]);
    });

    test('the backlog is counted, and a day later everything is gone', async () => {
      expect(await stores.inbox.backlog()).toEqual({ waiting: 0, oldestAt: undefined });
      await stores.inbox.take(update(1));
      const first = now;
      now += 5;
      await stores.inbox.takeAll([update(2), update(3)]);
      await stores.inbox.finish([3]);
      expect(await stores.inbox.backlog()).toEqual({ waiting: 2, oldestAt: first });
      now += DAY + 1;
      await stores.tidy();
      expect(await stores.inbox.backlog()).toEqual({ waiting: 0, oldestAt: undefined });
    });
  });

  describe('leases that are kept', () => {
    test('one holder at a time; it is told when it lost its lease, and lets go at the end', async () => {
      const { leases } = stores;
      const of = (owner: string) => keepLease({ leases, name: 'x', owner, holdMs: 400 });
      const first = await of('one');
      expect(await of('two')).toBeUndefined();
      await first?.release();
      const second = await of('two');
      expect(second?.lost.aborted).toBe(false);
      await leases.release('x', 'two');
      expect(await leases.acquire('x', 'three', 60_000)).toBe(true);
      await new Promise((resolve) => second?.lost.addEventListener('abort', resolve));
    });

    test('a job runs on one process at a time, and its end lets others in', async () => {
      const { leases } = stores;
      const ran: string[] = [];
      const outer = await runOnOne(leases, 'digest', 'one', async (onlyOne) => {
        ran.push('one');
        expect(onlyOne.aborted).toBe(false);
        expect(await runOnOne(leases, 'digest', 'two', async () => void ran.push('two'))).toBe(false);
        expect(await runOnOne(leases, 'recall', 'two', async () => void ran.push('recall'))).toBe(true);
      });
      expect(outer).toBe(true);
      await expect(
        runOnOne(leases, 'digest', 'two', () => Promise.reject(new Error('broken'))),
      ).rejects.toThrow('broken');
      expect(await runOnOne(leases, 'digest', 'one', async () => void ran.push('again'))).toBe(true);
      expect(ran).toEqual(['one', 'recall', 'again']);
    });
  });

  describe('counters', () => {
    test('sums by name and day', async () => {
      await stores.counters.add('answer:awake', '2026-11-21');
      await stores.counters.add('answer:awake', '2026-11-21', 4);
      await stores.counters.addAll([
        { name: 'kind:unknown', day: '2026-11-21', n: 2 },
        { name: 'answer:awake', day: '2026-11-22', n: 1 },
        { name: 'answer:awake', day: '2026-11-21', n: 1 },
        { name: 'Answer:awake', day: '2026-11-21', n: 1 },
      ]);
      expect(await stores.counters.read('answer:', '2026-11-21', '2026-11-22')).toEqual([
        { name: 'answer:awake', day: '2026-11-21', n: 6 },
        { name: 'answer:awake', day: '2026-11-22', n: 1 },
      ]);
      expect(await stores.counters.read('', '2026-11-22', '2027-01-01')).toHaveLength(1);
    });
  });

  describe('keys', () => {
    test('a key lives for its hours, then another one takes its place and its id is told once', async () => {
      const key = await stores.keys.current('votes', 24);
      expect(key.secret).toHaveLength(32);
      expect(await stores.keys.current('votes', 24)).toEqual(key);
      expect((await stores.keys.current('askers', 24)).secret).not.toEqual(key.secret);
      now += 24 * HOUR - 1;
      expect((await stores.keys.current('votes', 24)).id).toBe(key.id);
      now += 1;
      const next = await stores.keys.current('votes', 24);
      expect(next.id).not.toBe(key.id);
      expect(next.secret).not.toEqual(key.secret);
      const gone = await stores.keys.retire();
      expect(gone).toContain(key.id);
      expect(gone).toHaveLength(2);
      expect(await stores.keys.retire()).toEqual(gone);
      await stores.keys.cleared(gone);
      expect(await stores.keys.retire()).toEqual([]);
    });

    test('those who ask at once get the same new key', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => stores.keys.current('votes', 1)));
      expect(new Set(all.map((key) => key.id)).size).toBe(1);
    });
  });

  describe('leases', () => {
    test('one owner at a time, until it is released or runs out', async () => {
      expect(await stores.leases.acquire('digest', 'one', 60_000)).toBe(true);
      expect(await stores.leases.acquire('digest', 'two', 60_000)).toBe(false);
      expect(await stores.leases.acquire('digest', 'one', 60_000)).toBe(true);
      expect(await stores.leases.acquire('recall', 'two', 60_000)).toBe(true);
      await stores.leases.release('digest', 'two');
      expect(await stores.leases.acquire('digest', 'two', 60_000)).toBe(false);
      await stores.leases.release('digest', 'one');
      expect(await stores.leases.renew('digest', 'one', 60_000)).toBe(false);
      expect(await stores.leases.acquire('digest', 'two', 1)).toBe(true);
      now += 5;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await stores.leases.renew('digest', 'two', 60_000)).toBe(false);
      expect(await stores.leases.acquire('digest', 'one', 60_000)).toBe(true);
      expect(await stores.leases.renew('digest', 'one', 60_000)).toBe(true);
    });
  });

  test('the check says whether the store can be written', async () => {
    await expect(stores.check()).resolves.toBeUndefined();
  });
});

test('a store that cannot be opened: groups are remembered meanwhile, all else says so; it is opened later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const folder = await mkdtemp(join(tmpdir(), 'late-'));
  try {
    const path = join(folder, 'data');
    await writeFile(path, 'in the way');
    const told: string[] = [];
    const stores = await openLate(`file:${join(path, 'bot.db')}`, {
      meanwhile: createMemoryStores(),
      onUnavailable: ({ message }) => told.push(message),
      onOpened: () => told.push('opened'),
    });
    expect(await stores.groups.change(1, { coolDownSeconds: 5 })).toMatchObject({ coolDownSeconds: 5 });
    await expect(stores.inbox.take({ id: 1, chatKey: '1', payload: '{}' })).rejects.toThrow('DATABASE_URL');
    await expect(stores.check()).rejects.toThrow('DATABASE_URL');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(told).toHaveLength(1);
    await rm(path);
    await vi.advanceTimersByTimeAsync(15_000);
    vi.useRealTimers();
    while (told.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await stores.inbox.take({ id: 1, chatKey: '1', payload: '{}' })).toBe(true);
    await stores.close();
  } finally {
    vi.useRealTimers();
    await rm(folder, { recursive: true });
  }
});
