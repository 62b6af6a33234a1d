import type { StoreBackup, StoreExport } from '../domain/curation-stores.ts';
import { proposalOf, rowOf } from './proposals.ts';
import type { Database, NewRow } from './tables.ts';

/** Rows in one statement: both databases limit the number of values. */
const CHUNK = 500;

export class Backup implements StoreBackup {
  readonly #db: Database['db'];

  constructor({ db }: Database) {
    this.#db = db;
  }

  async export(): Promise<StoreExport> {
    return this.#db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        const settings = await tx
          .selectFrom('group_setting')
          .selectAll()
          .orderBy('chat_id')
          .orderBy('name')
          .execute();
        const groups = new Map<number, Record<string, unknown>>();
        for (const { chat_id, name, value } of settings) {
          groups.set(chat_id, { ...groups.get(chat_id), [name]: JSON.parse(value) as unknown });
        }
        const proposals = await tx.selectFrom('proposal').selectAll().orderBy('at').orderBy('id').execute();
        return {
          format: 'faq-bot-store',
          version: 1,
          groups: [...groups].map(([chatId, chosen]) => ({ chatId, settings: chosen })),
          proposals: proposals.map(proposalOf),
        };
      });
  }

  async import(data: StoreExport): Promise<void> {
    const settings = data.groups.flatMap(({ chatId, settings }) =>
      Object.entries(settings).map(([name, value]) => ({
        chat_id: chatId,
        name,
        value: JSON.stringify(value ?? null),
      })),
    );
    await this.#db.transaction().execute(async (tx) => {
      await tx.deleteFrom('group_setting').execute();
      await tx.deleteFrom('proposal').execute();
      for (const rows of chunks(settings)) await tx.insertInto('group_setting').values(rows).execute();
      for (const rows of chunks(data.proposals.map(rowOf))) {
        await tx.insertInto('proposal').values(rows).execute();
      }
    });
  }
}

function* chunks<Table extends NewRow<'group_setting'> | NewRow<'proposal'>>(rows: readonly Table[]) {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK);
}
