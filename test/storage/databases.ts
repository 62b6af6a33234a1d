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
  describe(`${name}, PostgreSQL`, () => suite(createSchema));
}

/** A file in a new folder. */
export async function createFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  return {
    url: `file:${join(folder, 'data', 'bot.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A new schema in the PostgreSQL database of the tests. */
export async function createSchema(): Promise<TestDatabase> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create schema ${schema}`);
  const url = new URL(POSTGRES ?? '');
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    // A space in a query is written as %20 for PostgreSQL, never as +.
    url: url.href.replaceAll('+', '%20'),
    drop: () => onServer(`drop schema ${schema} cascade`),
  };
}

/** Runs one statement on the server, outside of any store. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: POSTGRES });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
