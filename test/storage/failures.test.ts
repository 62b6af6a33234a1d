import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { Kysely, sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { Counters } from '../../src/storage/counters.ts';
import { EmbeddedFile } from '../../src/storage/embedded-file.ts';
import { LibsqlDialect } from '../../src/storage/libsql-dialect.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { openPostgres } from '../../src/storage/open-postgres.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { StoreUnavailable } from '../../src/storage/store-unavailable.ts';
import type { Database, Tables } from '../../src/storage/tables.ts';
import { tolerate } from '../../src/storage/tolerate.ts';
import { createFile, onPostgres, onServer } from './databases.ts';

const DAY = '2026-11-22';
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function sentence(url: string): Promise<string> {
  const error = await openStores(url).then(
    async (stores) => stores.close(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreUnavailable);
  return (error as StoreUnavailable).message;
}

describe('opening', () => {
  test('says when a folder of the path is a file', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'data'), '');
    expect(await sentence(`file:${folder}/data/bot.db`)).toMatch(
      /^DATABASE_URL: cannot open the file .*data\/bot\.db/,
    );
  });

  test('says when the file is something else, and leaves it as it is', async () => {
    const path = join(await newFolder(), 'notes.txt');
    await writeFile(path, 'no database, but a long enough text '.repeat(100));
    expect(await sentence(`file:${path}`)).toMatch(/SQLITE_NOTADB.*not a database of this program/);
  });

  test('says when the folder is read-only', async () => {
    const folder = await newFolder();
    await chmod(folder, 0o555);
    // Root may write everywhere: for it, somebody else opens the file.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await sentence(`file:${folder}/bot.db`)).toMatch(/EACCES.*may not write there/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test('never prints the password, and names the server', async () => {
    const said = await sentence('postgres://bot:hunter2@127.0.0.1:1/faq');
    expect(said).toMatch(/PostgreSQL at 127\.0\.0\.1:1\/faq \(ECONNREFUSED\): the server does not answer/);
    expect(said).not.toContain('hunter2');
  });

  test('refuses other kinds of addresses', async () => {
    expect(await sentence('mysql://x')).toMatch(/file: or postgres:/);
  });

  test('refuses a database that a newer version has changed', async () => {
    const { url, drop } = await createFile();
    cleanUp.push(drop);
    await (await openStores(url)).close();
    const client = createClient({ url });
    await client.execute(
      `insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01T00:00:00Z')`,
    );
    client.close();
    expect(await sentence(url)).toMatch(/newer version of this program.*999-later/);
  });
});

describe('the embedded file', () => {
  test('while another program holds it, reads go on and a write waits; then it is written', async () => {
    const { url, drop } = await createFile();
    const stores = await openStores(url);
    cleanUp.push(drop, () => stores.close());
    await stores.counters.add('before', DAY);
    const other = createClient({ url });
    const held = await other.transaction('write');
    const events: string[] = [];
    const written = stores.counters.add('waited', DAY).then(() => events.push('written'));
    for (let i = 0; i < 20; i += 1) expect(await stores.counters.read('', DAY, DAY)).toHaveLength(1);
    events.push('read');
    await held.rollback();
    other.close();
    await written;
    expect(events).toEqual(['read', 'written']);
    // Transactions work as well: none was left half-way.
    await stores.counters.addAll([{ name: 'after', day: DAY, n: 1 }]);
    expect(await stores.counters.read('', DAY, DAY)).toHaveLength(3);
  });

  test('a lock that stays is a failed record; afterwards everything works again', {
    timeout: 30_000,
  }, async () => {
    const { url, drop } = await createFile();
    const stores = await openStores(url);
    cleanUp.push(drop, () => stores.close());
    const safe = tolerate(stores, { onFailure: () => undefined });
    const other = createClient({ url });
    const held = await other.transaction('write');
    const both = await Promise.all([
      safe.write('one', (s) => s.counters.add('one', DAY)),
      safe.write('many', (s) => s.counters.addAll([{ name: 'two', day: DAY, n: 1 }])),
    ]);
    expect(both).toMatchObject([
      { ok: false, failure: { reason: 'locked' } },
      { ok: false, failure: { reason: 'locked' } },
    ]);
    await held.rollback();
    other.close();
    await stores.counters.addAll([{ name: 'three', day: DAY, n: 1 }]);
    expect(await stores.counters.read('', DAY, DAY)).toMatchObject([{ name: 'three' }]);
  });

  test('when the disk is full a record fails, what was written stays, and later records work', async () => {
    const { url, drop } = await createFile();
    await (await openStores(url)).close();
    const file = new EmbeddedFile(url);
    const database: Database = {
      kind: 'embedded',
      db: new Kysely<Tables>({ dialect: new LibsqlDialect(file) }),
      now: Date.now,
    };
    cleanUp.push(drop, () => database.db.destroy());
    await migrate(database);
    const counters = new Counters(database);
    await counters.add('first', DAY);
    // A limit of this connection; it ends with the connection, as a full disk ends when space is freed.
    await file.run('pragma max_page_count = 1');
    const long = 'x'.repeat(20_000);
    await expect(counters.add(`one ${long}`, DAY)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    await file.run('pragma max_page_count = 1');
    const many = [1, 2].map((n) => ({ name: `${n} ${long}`, day: DAY, n }));
    await expect(counters.addAll(many)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(await counters.read('', DAY, DAY)).toMatchObject([{ name: 'first' }]);
    await counters.addAll(many);
    expect(await counters.read('', DAY, DAY)).toHaveLength(3);
  });

  test('a long row of statements lets the rest of the program have its turns', async () => {
    const { url, drop } = await createFile();
    const stores = await openStores(url);
    cleanUp.push(drop, () => stores.close());
    let turns = 0;
    let going = true;
    const count = () => {
      turns += 1;
      if (going) setImmediate(count);
    };
    setImmediate(count);
    for (let i = 0; i < 500; i += 1) await stores.counters.add('x', DAY);
    going = false;
    expect(turns).toBeGreaterThan(1);
  });

  test('values of other kinds are refused before they reach the driver, which would end the process', async () => {
    const { url, drop } = await createFile();
    const stores = await openStores(url);
    cleanUp.push(drop, () => stores.close());
    for (const value of [true, new Date(), { a: 1 }, Number.NaN, Buffer.from('x')]) {
      await expect(stores.counters.add('x', DAY, value as never)).rejects.toThrow(TypeError);
    }
    expect(await stores.counters.read('x', DAY, DAY)).toEqual([]);
  });
});

onPostgres('the connection', (create) => {
  async function connect(through?: number) {
    const { url, drop } = await create();
    const name = `faq-${Math.random().toString(36).slice(2)}`;
    const address = new URL(url);
    address.searchParams.set('application_name', name);
    if (through !== undefined) address.port = String(through);
    const lost: Error[] = [];
    const stores = await openStores(address.href, {
      onLost: (error) => lost.push(error),
    });
    cleanUp.push(drop, () => stores.close());
    const terminate = () =>
      onServer(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`);
    return { stores, lost, terminate, url };
  }

  test('ended while nobody uses it: it is told, and the next record works', async () => {
    const { stores, lost, terminate } = await connect();
    await Promise.all(Array.from({ length: 5 }, () => stores.counters.add('x', DAY)));
    await terminate();
    await expect.poll(() => lost.length).toBeGreaterThan(0);
    // A record may still meet a connection whose end has not been heard of.
    const safe = tolerate(stores, { onFailure: () => undefined });
    await expect.poll(() => safe.write('x', (s) => s.counters.add('x', DAY))).toMatchObject({ ok: true });
    expect(await stores.counters.read('x', DAY, DAY)).toMatchObject([{ n: 6 }]);
  });

  test('ended in the middle of records: they fail, nothing is half-written, and later records work', async () => {
    const { stores, terminate, url } = await connect();
    const safe = tolerate(stores, { onFailure: () => undefined });
    await stores.counters.add('x', DAY);
    const blocker = onServer('begin; lock table counter; select pg_sleep(4); commit', url);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const waiting = [
      safe.write('one', (s) => s.counters.add('x', DAY)),
      safe.write('many', (s) => s.counters.addAll([{ name: 'y', day: DAY, n: 1 }])),
    ];
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await terminate();
    expect(await Promise.all(waiting)).toMatchObject([
      { ok: false, failure: { reason: 'lost' } },
      { ok: false, failure: { reason: 'lost' } },
    ]);
    await blocker;
    await stores.counters.addAll([{ name: 'x', day: DAY, n: 1 }]);
    expect(await stores.counters.read('', DAY, DAY)).toEqual([{ name: 'x', day: DAY, n: 2 }]);
  });

  test('ended between two statements of a transaction: it fails, and the process lives', async () => {
    const name = `faq-${Math.random().toString(36).slice(2)}`;
    const address = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    address.searchParams.set('application_name', name);
    const lost: Error[] = [];
    const db = openPostgres(address.href, (error) => lost.push(error));
    cleanUp.push(() => db.destroy());
    const unfinished = db.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      await onServer(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`,
      );
      await expect.poll(() => lost.length).toBeGreaterThan(0);
      await sql`select 1`.execute(tx);
    });
    await expect(unfinished).rejects.toThrow();
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  test('no server for a while: records fail and reads give the default; then all works again', async () => {
    const target = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    const open = new Set<net.Socket>();
    let reachable = true;
    const proxy = net.createServer((socket) => {
      if (!reachable) return void socket.destroy();
      const server = net.connect(Number(target.port || 5432), target.hostname);
      for (const end of [socket, server]) {
        open.add(end);
        end.on('error', () => undefined).on('close', () => open.delete(end));
      }
      socket.pipe(server).pipe(socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    cleanUp.push(() => proxy.close());
    const { stores } = await connect((proxy.address() as net.AddressInfo).port);
    const safe = tolerate(stores, { onFailure: () => undefined });
    await stores.counters.add('x', DAY);

    reachable = false;
    for (const socket of open) socket.destroy();
    expect(await safe.write('x', (s) => s.counters.add('x', DAY))).toMatchObject({
      ok: false,
      failure: { reason: 'lost' },
    });
    expect(await safe.read('x', [], (s) => s.counters.read('', DAY, DAY))).toEqual([]);
    reachable = true;
    await stores.counters.add('x', DAY);
    expect(await stores.counters.read('', DAY, DAY)).toEqual([{ name: 'x', day: DAY, n: 2 }]);
  });
});
