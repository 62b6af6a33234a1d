import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { firstTables } from './migrations/001-first-tables.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import type { Database } from './tables.ts';

/**
 * Brings a database up to the newest tables. Does nothing when it is, and waits when another process is at it: for an
 * advisory lock on PostgreSQL, for the write lock of the file otherwise.
 */
export async function migrate({ db, kind }: Database): Promise<void> {
  const migrations: Record<string, Migration> = {
    '001-first-tables': { up: (on: Kysely<unknown>) => firstTables(on, kind) },
  };
  const schema = kind === 'postgres' ? await currentSchema(db) : undefined;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const newer = /previously executed migration (\S+) is missing/.exec(String(error))?.[1];
  if (newer === undefined) throw error;
  throw new StoreUnavailable(
    `DATABASE_URL leads to a database that a newer version of this program has changed (${newer}): run that version, or restore a copy from before.`,
  );
}

async function currentSchema(db: Database['db']): Promise<string> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  const schema = rows[0]?.schema;
  if (schema) return schema;
  throw new StoreUnavailable('DATABASE_URL leads to a database in which this user has no schema to work in.');
}
