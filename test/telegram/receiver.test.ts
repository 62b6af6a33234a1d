import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InboxStore } from '../../src/domain/running-stores.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { createReceiver, type Receiver } from '../../src/telegram/receiving/receiver.ts';
import { createLogger } from '../support/telegram/in-process.ts';

const HOUR = 3_600_000;

let folder: string;
let stores: Stores;
let now: number;
let log: string[];
let receivers: Receiver[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'receiver-'));
  now = Date.now();
  stores = await openStores(`file:${join(folder, 'bot.db')}`, { secret: 'token', now: () => now });
  [log, receivers] = [[], []];
});
afterEach(async () => {
  for (const receiver of receivers) await receiver.stop(1_000);
  await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

const outgoing = { waiting: 0, leave: () => undefined };
const message = (id: number, chat = 1): Update =>
  ({ update_id: id, message: { text: 'x', chat: { id: chat }, from: { id: chat } } }) as unknown as Update;

function start(handle: (update: Update) => Promise<void>, inbox: InboxStore | undefined = stores.inbox) {
  const receiver = createReceiver({ handle, outgoing, inbox, logger: createLogger(log) });
  receivers.push(receiver);
  receiver.start();
  return receiver;
}

/** Hands out what a handler was given, one after the other. */
function collect() {
  const ids: number[] = [];
  const waiters: (() => void)[] = [];
  return {
    ids,
    handle: async ({ update_id: id }: Update) => {
      ids.push(id);
      for (const waiter of waiters) waiter();
    },
    until: (n: number) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (ids.length >= n) resolve();
        };
        waiters.push(look);
        look();
      }),
  };
}

test('each update is handled once, in the order of its chat, though it comes again', async () => {
  const { ids, handle, until } = collect();
  const receiver = start(handle);
  await receiver.take([message(1), message(2, 7), message(3), message(1)], 1_000);
  await receiver.take([message(3), message(4)], 1_000);
  await until(4);
  await receiver.stop(1_000);
  expect(ids.filter((id) => id !== 2)).toEqual([1, 3, 4]);
  expect(ids).toHaveLength(4);
  expect(receiver.status).toMatchObject({ taken: 4, repeated: 2, handled: 4, running: 0, storeDown: false });
  expect(await stores.inbox.backlog()).toMatchObject({ waiting: 0 });
});

test('a chat that waits holds up nobody else', async () => {
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { ids, handle, until } = collect();
  const receiver = start(async (update) => {
    if (update.update_id === 1) await gate;
    await handle(update);
  });
  await receiver.take([message(1), message(2), ...[3, 4, 5].map((id) => message(id, id))], 1_000);
  await until(3);
  expect(ids).toEqual([3, 4, 5]);
  go();
  await until(5);
  expect(ids).toEqual([3, 4, 5, 1, 2]);
});

test('what one process left behind is handled by the next, and not what it had finished', async () => {
  const first = start(async ({ update_id: id }) => {
    if (id !== 1) await new Promise(() => undefined);
  });
  await first.take([message(1), message(2, 2), message(3, 2)], 1_000);
  while (first.status.handled < 1 || first.status.running < 1) await new Promise(setImmediate);
  expect(await first.stop(50)).toBe(false);
  now += HOUR;
  const { ids, handle, until } = collect();
  const second = start(handle);
  await second.take([message(1), message(2, 2)], 1_000);
  await until(2);
  await second.stop(1_000);
  expect(ids).toEqual([2, 3]);
});

test('an update that ends the process again and again is given up; the others are not', async () => {
  const bad = 2;
  await stores.inbox.takeAll([1, 2, 3, 4].map((id) => ({ id, chatKey: `${id}`, payload: text(id) })));
  const handled: number[] = [];
  for (let starts = 0; starts < 12; starts += 1) {
    now += HOUR;
    // A process that dies as soon as it comes to the bad one finishes nothing that it began with it.
    let dead = false;
    const dying: InboxStore = new Proxy(stores.inbox, {
      get: (store, name: keyof InboxStore) =>
        dead && name !== 'claim'
          ? async () => []
          : (...args: never[]) => (store[name] as (...args: never[]) => unknown).apply(store, args),
    });
    const receiver = start(async ({ update_id: id }) => {
      if (id === bad) dead = true;
      if (dead) await new Promise(() => undefined);
      handled.push(id);
    }, dying);
    while (!dead && (await stores.inbox.backlog()).waiting > 0) {
      now += 100;
      // Nothing new: only a reason to look again.
      await receiver.take([], 1);
      await new Promise(setImmediate);
    }
    await receiver.stop(20);
    if (!dead) break;
  }
  expect(log.join()).toContain('is given up');
  expect(new Set(handled)).toEqual(new Set([1, 3, 4]));
  expect(await stores.inbox.backlog()).toMatchObject({ waiting: 0 });
});

const text = (id: number): string => JSON.stringify(message(id, id));

test('what was sealed with another token is finished unread', async () => {
  const other = await openStores(`file:${join(folder, 'bot.db')}`, { secret: 'before', now: () => now });
  await other.inbox.take({ id: 1, chatKey: '1', payload: text(1) });
  await other.close();
  const { ids, handle, until } = collect();
  const receiver = start(handle);
  await receiver.take([message(2, 1)], 1_000);
  await until(1);
  expect(ids).toEqual([2]);
  expect(log.join()).toContain('sealed with another token');
});

test('while the store fails, updates are handled from memory, once; when it works again nothing comes twice', async () => {
  let down = true;
  const flaky: InboxStore = new Proxy(stores.inbox, {
    get: (store, name: keyof InboxStore) => {
      if (down) return () => Promise.reject(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
      return (...args: never[]) => (store[name] as (...args: never[]) => unknown).apply(store, args);
    },
  });
  const { ids, handle } = collect();
  const receiver = start(handle, flaky);
  await receiver.take([message(1), message(2), message(1)], 5_000);
  await receiver.take([message(2)], 5_000);
  expect(ids).toEqual([1, 2]);
  expect(receiver.status).toMatchObject({ storeDown: true, handled: 2, repeated: 2 });
  expect(receiver.status.storeFailures).toBeGreaterThan(0);
  const told = log.filter((line) => line.includes('The store failed'));
  expect(told).toHaveLength(1);
  expect(JSON.parse(told[0] ?? '')).toMatchObject({ level: 50, reason: 'lost', code: 'ECONNREFUSED' });
  down = false;
  await receiver.take([message(2), message(3)], 5_000);
  while (receiver.status.handled < 3) await new Promise(setImmediate);
  expect(ids).toEqual([1, 2, 3]);
  expect(log.join()).toContain('The store works again.');
});

test('what was finished while the store failed is recorded when it works again', async () => {
  let down = false;
  let finishes = 0;
  const flaky: InboxStore = new Proxy(stores.inbox, {
    get: (store, name: keyof InboxStore) => {
      if (name === 'finish') finishes += 1;
      if (down && name === 'finish') return () => Promise.reject(new Error('disk full'));
      return (...args: never[]) => (store[name] as (...args: never[]) => unknown).apply(store, args);
    },
  });
  const { ids, handle, until } = collect();
  const receiver = start(async (update) => {
    down = true;
    await handle(update);
  }, flaky);
  await receiver.take([message(1)], 1_000);
  await until(1);
  while (finishes === 0) await new Promise(setImmediate);
  expect(await stores.inbox.backlog()).toMatchObject({ waiting: 1 });
  down = false;
  await receiver.stop(5_000);
  expect(await stores.inbox.backlog()).toMatchObject({ waiting: 0 });
  expect(ids).toEqual([1]);
});
