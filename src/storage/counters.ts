import { sql } from 'kysely';
import type { Count, CounterStore } from '../domain/running-stores.ts';
import type { Database } from './tables.ts';

export class Counters implements CounterStore {
  readonly #db: Database['db'];

  constructor({ db }: Database) {
    this.#db = db;
  }

  async add(name: string, day: string, n = 1): Promise<void> {
    await addTo(this.#db, { name, day, n });
  }

  async addAll(counts: readonly Count[]): Promise<void> {
    if (counts.length === 0) return;
    // A fixed order keeps two processes from waiting for each other's rows.
    const ordered = counts.toSorted((a, b) => (`${a.name} ${a.day}` < `${b.name} ${b.day}` ? -1 : 1));
    await this.#db.transaction().execute(async (tx) => {
      for (const count of ordered) await addTo(tx, count);
    });
  }

  async read(prefix: string, from: string, to: string): Promise<readonly Count[]> {
    return this.#db
      .selectFrom('counter')
      .select(['name', 'day', 'n'])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where(sql<boolean>`substr(name, 1, ${sql.lit(prefix.length)}) = ${prefix}`)
      .orderBy('day')
      .orderBy('name')
      .execute();
  }
}

async function addTo(db: Database['db'], count: Count): Promise<void> {
  await db
    .insertInto('counter')
    .values(count)
    .onConflict((on) =>
      on.columns(['name', 'day']).doUpdateSet((eb) => ({ n: eb('counter.n', '+', count.n) })),
    )
    .execute();
}
