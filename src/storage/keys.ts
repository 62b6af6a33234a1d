import { randomBytes } from 'node:crypto';
import type { HashKey, KeyStore } from '../domain/running-stores.ts';
import type { Database, Row } from './tables.ts';

const HOUR = 3_600_000;

export class Keys implements KeyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async current(purpose: string, hours: number): Promise<HashKey> {
    const { db, now } = this.#database;
    const living = await db
      .selectFrom('hash_key')
      .selectAll()
      .where('purpose', '=', purpose)
      .where('until', '>', now())
      .executeTakeFirst();
    return living === undefined ? this.#renew(purpose, hours) : keyOf(living);
  }

  async retire(): Promise<readonly string[]> {
    const { db, now } = this.#database;
    return db.transaction().execute(async (tx) => {
      const over = await tx.deleteFrom('hash_key').where('until', '<=', now()).returning('id').execute();
      for (const { id } of over) await tx.insertInto('gone_key').values({ id }).execute();
      return (await tx.selectFrom('gone_key').select('id').execute()).map((row) => row.id);
    });
  }

  async cleared(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#database.db.deleteFrom('gone_key').where('id', 'in', ids).execute();
  }

  /** Two processes may come here at once: the second finds the key that the first has made. */
  async #renew(purpose: string, hours: number): Promise<HashKey> {
    const { db, now } = this.#database;
    return db.transaction().execute(async (tx) => {
      const over = await tx
        .deleteFrom('hash_key')
        .where('purpose', '=', purpose)
        .where('until', '<=', now())
        .returning('id')
        .executeTakeFirst();
      if (over !== undefined) await tx.insertInto('gone_key').values({ id: over.id }).execute();
      await tx
        .insertInto('hash_key')
        .values(newKey(purpose, now(), hours))
        .onConflict((on) => on.doNothing())
        .execute();
      const key = await tx
        .selectFrom('hash_key')
        .selectAll()
        .where('purpose', '=', purpose)
        .executeTakeFirstOrThrow();
      return keyOf(key);
    });
  }
}

function newKey(purpose: string, at: number, hours: number): Row<'hash_key'> {
  const id = `${at.toString(36)}-${randomBytes(4).toString('hex')}`;
  return { purpose, id, secret: randomBytes(32).toString('base64'), until: at + hours * HOUR };
}

function keyOf(row: Row<'hash_key'>): HashKey {
  return { id: row.id, secret: Buffer.from(row.secret, 'base64'), until: row.until };
}
