import { sql } from 'kysely';
import type { FeedbackStore, Mark, Tally } from '../domain/curation-stores.ts';
import { type AnswerId, answerId as asAnswerId } from '../domain/ids.ts';
import type { Database } from './tables.ts';
import { weekOf } from './week.ts';

/** Votes that one step moves, so that others are not held up for long. */
const FOLD_STEP = 500;

interface Sum {
  readonly answer_id: string;
  readonly week: string;
  readonly helped: number;
  readonly not_helped: number;
}

export class Feedback implements FeedbackStore {
  readonly #db: Database['db'];

  constructor({ db }: Database) {
    this.#db = db;
  }

  /** One statement, so that two processes cannot count one vote twice. */
  async vote(vote: {
    readonly answerId: AnswerId;
    readonly voter: Mark;
    readonly helped: boolean;
    readonly at: number;
  }): Promise<'counted' | 'changed' | 'same'> {
    const row = await this.#db
      .insertInto('vote')
      .values({
        answer_id: vote.answerId,
        key_id: vote.voter.key,
        mark: vote.voter.mark,
        week: weekOf(vote.at),
        helped: vote.helped ? 1 : 0,
        changes: 0,
      })
      .onConflict((on) =>
        on
          .columns(['answer_id', 'key_id', 'mark'])
          .doUpdateSet((eb) => ({ helped: eb.ref('excluded.helped'), changes: eb('vote.changes', '+', 1) }))
          .whereRef('vote.helped', '<>', 'excluded.helped'),
      )
      .returning('changes')
      .executeTakeFirst();
    if (row === undefined) return 'same';
    return row.changes === 0 ? 'counted' : 'changed';
  }

  async tallies(from = ''): Promise<readonly Tally[]> {
    const live = this.#db
      .selectFrom('vote')
      .select(({ fn }) => [
        'answer_id',
        'week',
        fn.sum<number>('helped').as('helped'),
        sql<number>`sum(1 - helped)`.as('not_helped'),
      ])
      .where('week', '>=', from)
      .groupBy(['answer_id', 'week']);
    // One statement sees the votes and the sums of one moment, also while another process folds.
    const sums = await this.#db
      .selectFrom('tally')
      .select(['answer_id', 'week', 'helped', 'not_helped'])
      .where('week', '>=', from)
      .unionAll(live)
      .execute();
    return addUp(sums).map((sum) => ({
      answerId: asAnswerId(sum.answer_id),
      week: sum.week,
      helped: sum.helped,
      notHelped: sum.not_helped,
    }));
  }

  async forget(voter: Mark): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('vote')
      .where('key_id', '=', voter.key)
      .where('mark', '=', voter.mark)
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  async fold(goneKeys: readonly string[]): Promise<void> {
    for (const key of goneKeys) {
      while (await this.#foldSome(key));
    }
  }

  /** Moves some votes to the sums in one transaction. False when there are none left. */
  async #foldSome(key: string): Promise<boolean> {
    return this.#db.transaction().execute(async (tx) => {
      const some = tx
        .selectFrom('vote')
        .select(['answer_id', 'key_id', 'mark'])
        .where('key_id', '=', key)
        .limit(FOLD_STEP);
      const votes = await tx
        .deleteFrom('vote')
        .where(({ eb, refTuple }) =>
          eb(refTuple('answer_id', 'key_id', 'mark'), 'in', some.$asTuple('answer_id', 'key_id', 'mark')),
        )
        .returningAll()
        .execute();
      const sums = addUp(
        votes.map(({ answer_id, week, helped }) => ({ answer_id, week, helped, not_helped: 1 - helped })),
      );
      for (const sum of sums) {
        await tx
          .insertInto('tally')
          .values(sum)
          .onConflict((on) =>
            on.columns(['answer_id', 'week']).doUpdateSet((eb) => ({
              helped: eb('tally.helped', '+', sum.helped),
              not_helped: eb('tally.not_helped', '+', sum.not_helped),
            })),
          )
          .execute();
      }
      return votes.length > 0;
    });
  }
}

/** By week and answer. The fixed order also keeps two processes from waiting for each other's rows. */
function addUp(sums: readonly Sum[]): readonly Sum[] {
  const total = new Map<string, Sum>();
  for (const sum of sums) {
    const key = `${sum.week} ${sum.answer_id}`;
    const before = total.get(key) ?? { helped: 0, not_helped: 0 };
    const helped = before.helped + sum.helped;
    total.set(key, { ...sum, helped, not_helped: before.not_helped + sum.not_helped });
  }
  return [...total.values()].sort((a, b) => compare(a.week, b.week) || compare(a.answer_id, b.answer_id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
