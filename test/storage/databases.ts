import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe } from 'vitest';

/** A database of its own for one test, and how to be rid of it. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export const POSTGRES = process.env['TEST_DATABASE_URL'];

/** Runs a suite on the embedded database, and on PostgreSQL when `TEST_DATABASE_URL` names one. */
export function onBothDatabases(name: string, suite: (create: () => Promise<TestDatabase>) => void): void {
  describe(`${name}, embedded`, () => suite(createFile));
  onPostgres(name, suite);
}

export function onPostgres(name: string, suite: (create: () => Promise<TestDatabase>) => void): void {
  if (POSTGRES === undefined) {
    describe.skip(`${name}, PostgreSQL: skipped, TEST_DATABASE_URL is not set`, () => suite(createFile));
    return;
  }
  describe(`${name}, PostgreSQL`, () => suite(createDatabase));
}

/** A file in a new folder. */
export async function createFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  return {
    url: `file:${join(folder, 'data', 'bot.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * A new database on the PostgreSQL server of the tests. Not a schema of a shared one: the migrations look
 * through every schema of a database, and stumble over one that another test is dropping.
 */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = new URL(POSTGRES ?? '');
  url.pathname = name;
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

/** Runs one statement outside of any store, on the server's own database or the one given. */
export async function onServer(statement: string, url = POSTGRES): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
