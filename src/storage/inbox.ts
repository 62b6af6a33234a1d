import { sql } from 'kysely';
import type { InboxEntry, InboxStore, InboxUpdate } from '../domain/running-stores.ts';
import { clock } from './leases.ts';
import type { Seal } from './seal.ts';
import type { Database, Row } from './tables.ts';

const SEEN_MS = 24 * 3_600_000;

export class Inbox implements InboxStore {
  readonly #database: Database;
  readonly #seal: Seal;

  constructor(database: Database, seal: Seal) {
    this.#database = database;
    this.#seal = seal;
  }

  async take(update: InboxUpdate): Promise<boolean> {
    return (await this.#insert([update])).length > 0;
  }

  async takeAll(updates: readonly InboxUpdate[]): Promise<readonly number[]> {
    if (updates.length === 0) return [];
    const once = new Map<number, InboxUpdate>();
    for (const update of updates) if (!once.has(update.id)) once.set(update.id, update);
    const fresh = new Set(await this.#insert([...once.values()]));
    return [...once.keys()].filter((id) => fresh.has(id));
  }

  async unfinished(): Promise<readonly InboxEntry[]> {
    return this.#database.db.transaction().execute(async (tx) => {
      const rows = await tx
        .selectFrom('inbox')
        .selectAll()
        .where('finished', '=', 0)
        .orderBy('seq')
        .execute();
      await tx
        .updateTable('inbox')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where('finished', '=', 0)
        .execute();
      return rows.map((row) => this.#entryOf(row));
    });
  }

  async claim(request: {
    readonly owner: string;
    readonly holdMs: number;
    readonly limit: number;
    readonly chatKey?: string;
  }): Promise<readonly InboxEntry[]> {
    const { db, kind } = this.#database;
    const now = clock(this.#database);
    let first = db
      .selectFrom('inbox as i')
      .select('i.seq')
      .where('i.finished', '=', 0)
      .where('i.held_until', '<=', now)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('inbox as before')
              .select('before.seq')
              .where('before.finished', '=', 0)
              .whereRef('before.chat', '=', 'i.chat')
              .whereRef('before.seq', '<', 'i.seq'),
          ),
        ),
      )
      .orderBy('i.seq')
      .limit(request.limit);
    if (request.chatKey !== undefined) first = first.where('i.chat', '=', this.#seal.hash(request.chatKey));
    if (kind === 'postgres') first = first.forUpdate().skipLocked();
    const rows = await db
      .updateTable('inbox')
      .set((eb) => ({
        owner: request.owner,
        held_until: sql<number>`${now} + ${sql.lit(request.holdMs)}`,
        attempts: eb('attempts', '+', 1),
      }))
      .where('seq', 'in', first)
      .where('finished', '=', 0)
      .where('held_until', '<=', now)
      .returningAll()
      .execute();
    return rows
      .sort((a, b) => a.seq - b.seq)
      .map((row) => ({ ...this.#entryOf(row), attempts: row.attempts - 1 }));
  }

  async hold(owner: string, ids: readonly number[], holdMs: number): Promise<readonly number[]> {
    if (ids.length === 0) return [];
    const rows = await this.#database.db
      .updateTable('inbox')
      .set({ held_until: sql<number>`${clock(this.#database)} + ${sql.lit(holdMs)}` })
      .where('update_id', 'in', ids)
      .where('owner', '=', owner)
      .where('finished', '=', 0)
      .returning('update_id')
      .execute();
    return rows.map((row) => row.update_id);
  }

  async postpone(owner: string, ids: readonly number[], afterMs: number): Promise<void> {
    if (ids.length === 0) return;
    await this.#database.db
      .updateTable('inbox')
      .set((eb) => ({
        owner: null,
        held_until: sql<number>`${clock(this.#database)} + ${sql.lit(afterMs)}`,
        attempts: eb('attempts', '-', 1),
      }))
      .where('update_id', 'in', ids)
      .where('owner', '=', owner)
      .where('finished', '=', 0)
      .execute();
  }

  async finish(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#database.db
      .updateTable('inbox')
      .set({ finished: 1, chat: null, sealed: null, owner: null, held_until: 0 })
      .where('update_id', 'in', ids)
      .execute();
  }

  async backlog() {
    const row = await this.#database.db
      .selectFrom('inbox')
      .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('taken_at').as('oldest')])
      .where('finished', '=', 0)
      .executeTakeFirstOrThrow();
    return { waiting: row.waiting, oldestAt: row.oldest ?? undefined };
  }

  async purge(before: number): Promise<number> {
    const { numDeletedRows } = await this.#database.db
      .deleteFrom('inbox')
      .where('taken_at', '<', before)
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  /** Returns the ids that were not seen within 24 hours. One statement: all or none are written. */
  async #insert(updates: readonly InboxUpdate[]): Promise<readonly number[]> {
    const takenAt = this.#database.now();
    const inserted = await this.#database.db
      .insertInto('inbox')
      .values(
        updates.map(({ id, chatKey, payload }) => ({
          update_id: id,
          chat: this.#seal.hash(chatKey),
          sealed: this.#seal.close(JSON.stringify([chatKey, payload])),
          taken_at: takenAt,
          owner: null,
          held_until: 0,
          attempts: 0,
          finished: 0,
        })),
      )
      .onConflict((on) =>
        on
          .column('update_id')
          .doUpdateSet(({ ref }) => ({
            chat: ref('excluded.chat'),
            sealed: ref('excluded.sealed'),
            taken_at: ref('excluded.taken_at'),
            owner: null,
            held_until: 0,
            attempts: 0,
            finished: 0,
          }))
          .where('inbox.taken_at', '<=', takenAt - SEEN_MS),
      )
      .returning('update_id')
      .execute();
    return inserted.map((row) => row.update_id);
  }

  #entryOf(row: Row<'inbox'>): InboxEntry {
    const opened = row.sealed === null ? undefined : this.#seal.open(row.sealed);
    const [chatKey, payload] =
      opened === undefined ? [row.chat ?? '', undefined] : (JSON.parse(opened) as [string, string]);
    return { id: row.update_id, chatKey, payload, attempts: row.attempts };
  }
}
