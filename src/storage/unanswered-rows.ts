import { sql, type Transaction } from 'kysely';
import type { Mark } from '../domain/curation-stores.ts';
import type { Database, Row, Tables } from './tables.ts';

/** `state` of a group. */
export const HIDDEN = 0;
export const OPEN = 1;
export const TAKEN = 2;

/** Rows looked at for the texts of a group, and texts given. */
const LOOK_AT = 20;
const GIVE = 3;

/** Opens a group once two people asked alike under one key. */
export async function openIfTwo(tx: Transaction<Tables>, id: string, key: string): Promise<void> {
  const two = await tx
    .selectFrom('unanswered')
    .select('mark')
    .where('group_id', '=', id)
    .where('key_id', '=', key)
    .limit(2)
    .execute();
  if (two.length < 2) return;
  await tx
    .updateTable('unanswered_group')
    .set({ shared: 1 })
    .where('id', '=', id)
    .where('shared', '=', 0)
    .execute();
  await openGroup(tx, id);
}

/** Lets curators read one text. False when there is none of this asker. */
export async function releaseText(tx: Transaction<Tables>, id: string, asker: Mark): Promise<boolean> {
  const released = await tx
    .updateTable('unanswered')
    .set({ released: 1 })
    .where('group_id', '=', id)
    .where('key_id', '=', asker.key)
    .where('mark', '=', asker.mark)
    .returning('group_id')
    .execute();
  if (released.length === 0) return false;
  await openGroup(tx, id);
  return true;
}

async function openGroup(tx: Transaction<Tables>, id: string): Promise<void> {
  await tx
    .updateTable('unanswered_group')
    .set({ state: OPEN })
    .where('id', '=', id)
    .where('state', '=', HIDDEN)
    .execute();
}

/** Up to three different texts that curators may read: all of a shared group, else the released ones. */
export async function textsOf(
  db: Database['db'] | Transaction<Tables>,
  group: Pick<Row<'unanswered_group'>, 'id' | 'shared'>,
): Promise<readonly string[]> {
  let query = db
    .selectFrom('unanswered')
    .select('text')
    .where('group_id', '=', group.id)
    .orderBy('key_id', 'desc')
    .orderBy('mark')
    .limit(LOOK_AT);
  if (group.shared === 0) query = query.where('released', '=', 1);
  const rows = await query.execute();
  return [...new Set(rows.map((row) => row.text))].slice(0, GIVE);
}

/** Which of the rows of some groups to delete: those of one asker, or those asked before a time. */
export type Doomed = { readonly asker: Mark } | { readonly before: number };

/**
 * Deletes rows of some groups and mends what the groups say: a group that is no longer shared is hidden again, one
 * without rows is deleted. Returns how many rows.
 */
export async function deleteRows(
  tx: Transaction<Tables>,
  kind: Database['kind'],
  ids: readonly string[],
  doomed: Doomed,
): Promise<number> {
  if (ids.length === 0) return 0;
  await lockGroups(tx, kind, ids);
  const query = tx.deleteFrom('unanswered').where('group_id', 'in', ids).returning('group_id');
  const rows = await ('before' in doomed
    ? query.where('at', '<', doomed.before)
    : query.where('key_id', '=', doomed.asker.key).where('mark', '=', doomed.asker.mark)
  ).execute();
  if (rows.length > 0) await mendGroups(tx, ids);
  return rows.length;
}

/** The same order as in `add`: first the group, then its rows. */
async function lockGroups(tx: Transaction<Tables>, kind: Database['kind'], ids: readonly string[]) {
  if (kind === 'embedded') return;
  await tx
    .selectFrom('unanswered_group')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function mendGroups(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  const ofGroup = sql`from unanswered where group_id = unanswered_group.id`;
  await tx
    .updateTable('unanswered_group')
    .set({
      asked: sql<number>`(select count(*) ${ofGroup})`,
      shared: sql<number>`case when exists (select 1 ${ofGroup} group by key_id having count(*) > 1) then 1 else 0 end`,
    })
    .where('id', 'in', ids)
    .execute();
  await tx.deleteFrom('unanswered_group').where('id', 'in', ids).where('asked', '=', 0).execute();
  await tx
    .updateTable('unanswered_group')
    .set({ state: HIDDEN })
    .where('id', 'in', ids)
    .where('state', '=', OPEN)
    .where('shared', '=', 0)
    .where(sql<boolean>`not exists (select 1 ${ofGroup} and released = 1)`)
    .execute();
}
