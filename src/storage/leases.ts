import { type RawBuilder, sql } from 'kysely';
import type { LeaseStore } from '../domain/running-stores.ts';
import type { Database } from './tables.ts';

export class Leases implements LeaseStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async acquire(name: string, owner: string, holdMs: number): Promise<boolean> {
    const until = sql<number>`${clock(this.#database)} + ${sql.lit(holdMs)}`;
    const held = await this.#database.db
      .insertInto('lease')
      .values({ name, owner, until })
      .onConflict((on) =>
        on
          .column('name')
          .doUpdateSet((eb) => ({ owner: eb.ref('excluded.owner'), until: eb.ref('excluded.until') }))
          .where((eb) =>
            eb.or([
              eb('lease.owner', '=', eb.ref('excluded.owner')),
              eb('lease.until', '<=', clock(this.#database)),
            ]),
          ),
      )
      .returning('owner')
      .execute();
    return held.length > 0;
  }

  async renew(name: string, owner: string, holdMs: number): Promise<boolean> {
    const now = clock(this.#database);
    const held = await this.#database.db
      .updateTable('lease')
      .set({ until: sql<number>`${now} + ${sql.lit(holdMs)}` })
      .where('name', '=', name)
      .where('owner', '=', owner)
      .where('until', '>', now)
      .returning('owner')
      .execute();
    return held.length > 0;
  }

  async release(name: string, owner: string): Promise<void> {
    await this.#database.db.deleteFrom('lease').where('name', '=', name).where('owner', '=', owner).execute();
  }
}

/** The server's time where several machines share the store, this machine's otherwise. */
export function clock({ kind, now }: Database): RawBuilder<number> {
  return kind === 'postgres'
    ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql<number>`${sql.lit(now())}`;
}
