import { sql } from 'kysely';
import type { Stores } from '../domain/stores.ts';
import type { Database } from './tables.ts';

const DAY = 86_400_000;
const QUESTIONS_MS = 90 * DAY;
const UPDATES_MS = DAY;
const PROBE = 'store-check';

type Tidied = Pick<Stores, 'unanswered' | 'feedback' | 'proposals' | 'inbox' | 'keys'>;

/** Deletes what has had its time. Safe to run in two processes at once. */
export async function tidyStores({ db, kind, now }: Database, stores: Tidied): Promise<void> {
  const gone = await stores.keys.retire();
  await stores.feedback.fold(gone);
  await stores.unanswered.unlink(gone);
  await stores.keys.cleared(gone);
  await stores.unanswered.purge(now() - QUESTIONS_MS);
  await stores.proposals.purge(now() - QUESTIONS_MS);
  await stores.inbox.purge(now() - UPDATES_MS);
  // The journal keeps old pages until it is folded into the file.
  if (kind === 'embedded') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/** Writes and deletes one row: a full disk or a read-only server lets reads through. */
export async function checkStore({ db, now }: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('lease')
      .values({ name: PROBE, owner: PROBE, until: now() })
      .onConflict((on) => on.column('name').doUpdateSet({ until: now() }))
      .execute();
    await tx.deleteFrom('lease').where('name', '=', PROBE).execute();
  });
}
