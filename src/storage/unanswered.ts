import { sql } from 'kysely';
import type {
  Mark,
  UnansweredCounts,
  UnansweredGroup,
  UnansweredKind,
  UnansweredQuestion,
  UnansweredStore,
  Verdict,
} from '../domain/curation-stores.ts';
import { answerId } from '../domain/ids.ts';
import type { Page } from '../domain/page.ts';
import { cutPage, readCursor } from './cursor.ts';
import { groupId, storable } from './likeness.ts';
import { proposalRow } from './proposals.ts';
import type { Database, Row } from './tables.ts';
import { deleteRows, HIDDEN, OPEN, openIfTwo, releaseText, TAKEN, textsOf } from './unanswered-rows.ts';

/** Questions that one step of a purge looks at, so that a large purge holds nobody up for long. */
const PURGE_STEP = 200;

export class Unanswered implements UnansweredStore {
  readonly #db: Database['db'];
  readonly #kind: Database['kind'];

  constructor({ db, kind }: Database) {
    this.#db = db;
    this.#kind = kind;
  }

  async add(question: UnansweredQuestion): Promise<'kept' | 'known'> {
    const id = groupId(question.likeness);
    const { asker, at, kind } = question;
    const guess = question.bestGuess ?? null;
    return this.#db.transaction().execute(async (tx) => {
      await tx
        .insertInto('unanswered_group')
        .values({ id, state: HIDDEN, shared: 0, shown: 0, asked: 0, guess, last_at: at, verdict: null })
        .onConflict((on) =>
          on.column('id').doUpdateSet({ last_at: at, ...(guess === null ? {} : { guess }) }),
        )
        .execute();
      const added = await tx
        .insertInto('unanswered')
        .values({
          group_id: id,
          key_id: asker.key,
          mark: asker.mark,
          text: storable(question.text),
          kind,
          released: 0,
          at,
        })
        .onConflict((on) => on.doNothing())
        .returning('group_id')
        .execute();
      if (added.length > 0) {
        await tx
          .updateTable('unanswered_group')
          .set((eb) => ({ asked: eb('asked', '+', 1) }))
          .where('id', '=', id)
          .execute();
        await openIfTwo(tx, id, asker.key);
      }
      if (question.released) await releaseText(tx, id, asker);
      return added.length > 0 ? 'kept' : 'known';
    });
  }

  async release(likeness: string, asker: Mark): Promise<boolean> {
    return this.#db.transaction().execute((tx) => releaseText(tx, groupId(likeness), asker));
  }

  async open(page: {
    readonly after?: string | undefined;
    readonly limit: number;
    readonly fresh?: boolean;
  }): Promise<Page<UnansweredGroup>> {
    let query = this.#db
      .selectFrom('unanswered_group')
      .selectAll()
      .where('state', '=', OPEN)
      .orderBy('asked', 'desc')
      .orderBy('id', 'desc')
      .limit(page.limit + 1);
    if (page.fresh === true) query = query.where('shown', '=', 0);
    if (page.after !== undefined) {
      const [asked, id] = readCursor<readonly [number, string]>(page.after);
      query = query.where(sql<boolean>`(asked, id) < (${asked}, ${id})`);
    }
    const { items, next } = cutPage(
      await query.execute(),
      page.limit,
      (row) => row,
      (row) => [row.asked, row.id],
    );
    return { items: await Promise.all(items.map((row) => this.#group(row))), next };
  }

  async countFresh(atMost: number): Promise<number> {
    const rows = await this.#db
      .selectFrom('unanswered_group')
      .select('id')
      .where('state', '=', OPEN)
      .where('shown', '=', 0)
      .limit(atMost)
      .execute();
    return rows.length;
  }

  async markShown(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.updateTable('unanswered_group').set({ shown: 1 }).where('id', 'in', ids).execute();
  }

  async take(id: string, verdict: Verdict, at: number) {
    return this.#db.transaction().execute(async (tx) => {
      const group = await tx
        .updateTable('unanswered_group')
        .set({ state: TAKEN, verdict: verdict.as })
        .where('id', '=', id)
        .where('state', '=', OPEN)
        .returningAll()
        .executeTakeFirst();
      if (group === undefined) {
        const taken = await tx
          .selectFrom('unanswered_group')
          .select(['id', 'shared', 'verdict'])
          .where('id', '=', id)
          .where('state', '=', TAKEN)
          .executeTakeFirst();
        if (taken === undefined) return undefined;
        const before = taken.verdict as Verdict['as'];
        return { proposal: undefined, before, texts: await textsOf(tx, taken) };
      }
      const texts = await textsOf(tx, group);
      if (verdict.as === 'ignored') return { proposal: undefined, before: undefined, texts };
      const proposal = proposalRow({
        kind: verdict.as,
        answerId: verdict.as === 'wording' ? verdict.answerId : undefined,
        texts,
        asked: group.asked,
        at,
      });
      await tx.insertInto('proposal').values(proposal).execute();
      return { proposal: proposal.id, before: undefined, texts };
    });
  }

  async counts(): Promise<UnansweredCounts> {
    const groups = await this.#db
      .selectFrom('unanswered_group')
      .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
      .groupBy('state')
      .execute();
    const kinds = await this.#db
      .selectFrom('unanswered')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
      .groupBy('kind')
      .execute();
    const inState = (state: number) => groups.find((row) => row.state === state)?.n ?? 0;
    const ofKind = (kind: UnansweredKind) => kinds.find((row) => row.kind === kind)?.n ?? 0;
    return {
      questions: kinds.reduce((sum, row) => sum + row.n, 0),
      byKind: {
        unknown: ofKind('unknown'),
        unsure: ofKind('unsure'),
        'thumbs-down': ofKind('thumbs-down'),
      },
      groups: { hidden: inState(HIDDEN), open: inState(OPEN), taken: inState(TAKEN) },
    };
  }

  async forget(asker: Mark): Promise<number> {
    return this.#db.transaction().execute(async (tx) => {
      const rows = await tx
        .selectFrom('unanswered')
        .select('group_id')
        .where('key_id', '=', asker.key)
        .where('mark', '=', asker.mark)
        .execute();
      return deleteRows(
        tx,
        this.#kind,
        rows.map((row) => row.group_id),
        { asker },
      );
    });
  }

  async purge(before: number): Promise<number> {
    for (let purged = 0; ; ) {
      const step = await this.#db.transaction().execute(async (tx) => {
        const rows = await tx
          .selectFrom('unanswered')
          .select('group_id')
          .where('at', '<', before)
          .orderBy('at')
          .limit(PURGE_STEP)
          .execute();
        return deleteRows(tx, this.#kind, [...new Set(rows.map((row) => row.group_id))], { before });
      });
      if (step === 0) return purged;
      purged += step;
    }
  }

  async unlink(goneKeys: readonly string[]): Promise<void> {
    if (goneKeys.length === 0) return;
    const random =
      this.#kind === 'postgres'
        ? sql<string>`gen_random_uuid()::text`
        : sql<string>`lower(hex(randomblob(16)))`;
    await this.#db.updateTable('unanswered').set({ mark: random }).where('key_id', 'in', goneKeys).execute();
  }

  async #group(row: Row<'unanswered_group'>): Promise<UnansweredGroup> {
    return {
      id: row.id,
      texts: await textsOf(this.#db, row),
      asked: row.asked,
      bestGuess: row.guess === null ? undefined : answerId(row.guess),
      lastAt: row.last_at,
    };
  }
}
