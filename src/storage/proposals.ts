import { randomBytes } from 'node:crypto';
import type { Proposal, ProposalStore } from '../domain/curation-stores.ts';
import { answerId } from '../domain/ids.ts';
import { storable } from './likeness.ts';
import type { Database, NewRow, Row } from './tables.ts';

export class Proposals implements ProposalStore {
  readonly #db: Database['db'];

  constructor({ db }: Database) {
    this.#db = db;
  }

  async add(proposal: Omit<Proposal, 'id' | 'done'>): Promise<string> {
    const row = proposalRow(proposal);
    await this.#db.insertInto('proposal').values(row).execute();
    return row.id;
  }

  async list(state: 'open' | 'done' | 'all'): Promise<readonly Proposal[]> {
    let query = this.#db.selectFrom('proposal').selectAll().orderBy('at').orderBy('id');
    if (state !== 'all') query = query.where('outcome', state === 'open' ? 'is' : 'is not', null);
    return (await query.execute()).map(proposalOf);
  }

  async markDone(id: string, outcome: 'accepted' | 'rejected', at: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('proposal')
      .set({ outcome, done_at: at })
      .where('id', '=', id)
      .where('outcome', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async purge(before: number): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('proposal')
      .where('at', '<', before)
      .executeTakeFirst();
    return Number(numDeletedRows);
  }
}

/** A row with a new id. */
export function proposalRow(proposal: Omit<Proposal, 'id' | 'done'>): NewRow<'proposal'> & { id: string } {
  return rowOf({ ...proposal, id: randomBytes(9).toString('base64url'), done: undefined });
}

export function rowOf(proposal: Proposal): NewRow<'proposal'> & { id: string } {
  return {
    id: proposal.id,
    kind: proposal.kind,
    answer_id: proposal.answerId ?? null,
    texts: JSON.stringify(proposal.texts.map(storable)),
    asked: proposal.asked,
    at: proposal.at,
    outcome: proposal.done?.outcome ?? null,
    done_at: proposal.done?.at ?? null,
  };
}

export function proposalOf(row: Row<'proposal'>): Proposal {
  const done =
    row.outcome === null ? undefined : { outcome: outcomeOf(row.outcome), at: row.done_at ?? row.at };
  return {
    id: row.id,
    kind: row.kind === 'wording' ? 'wording' : 'not-covered',
    answerId: row.answer_id === null ? undefined : answerId(row.answer_id),
    texts: JSON.parse(row.texts) as string[],
    asked: row.asked,
    at: row.at,
    done,
  };
}

function outcomeOf(outcome: string): 'accepted' | 'rejected' {
  return outcome === 'accepted' ? 'accepted' : 'rejected';
}
