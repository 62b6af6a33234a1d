import { DEFAULT_SETTINGS, type GroupSettings, type GroupStore } from '../domain/stores.ts';
import type { Database } from './tables.ts';

/** One row for each setting that was chosen, so that two admins who change two settings at once both get theirs. */
export class Groups implements GroupStore {
  readonly #db: Database['db'];

  constructor({ db }: Database) {
    this.#db = db;
  }

  async settingsOf(chatId: number): Promise<GroupSettings> {
    const rows = await this.#db
      .selectFrom('group_setting')
      .select(['name', 'value'])
      .where('chat_id', '=', chatId)
      .execute();
    return readSettings(rows);
  }

  async change(chatId: number, change: Partial<GroupSettings>): Promise<GroupSettings> {
    const rows = Object.entries(change).map(([name, value]) => ({
      chat_id: chatId,
      name,
      value: JSON.stringify(value ?? null),
    }));
    if (rows.length > 0) {
      await this.#db
        .insertInto('group_setting')
        .values(rows)
        .onConflict((on) =>
          on.columns(['chat_id', 'name']).doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
        )
        .execute();
    }
    return this.settingsOf(chatId);
  }

  async migrate(from: number, to: number): Promise<void> {
    if (from === to) return;
    await this.#db.transaction().execute(async (tx) => {
      const rows = await tx.deleteFrom('group_setting').where('chat_id', '=', from).returningAll().execute();
      if (rows.length === 0) return;
      await tx
        .insertInto('group_setting')
        .values(rows.map((row) => ({ ...row, chat_id: to })))
        .onConflict((on) => on.doNothing())
        .execute();
    });
  }

  async forget(chatId: number): Promise<void> {
    await this.#db.deleteFrom('group_setting').where('chat_id', '=', chatId).execute();
  }
}

/** What was chosen over the defaults. A setting that this version does not know, or of another type, is left out. */
function readSettings(rows: readonly { readonly name: string; readonly value: string }[]): GroupSettings {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const { name, value } of rows) {
    if (!Object.hasOwn(DEFAULT_SETTINGS, name)) continue;
    const chosen: unknown = JSON.parse(value) ?? undefined;
    const usual = DEFAULT_SETTINGS[name as keyof GroupSettings] ?? '';
    if (chosen === undefined ? name === 'helpline' : typeof chosen === typeof usual) settings[name] = chosen;
  }
  return settings as unknown as GroupSettings;
}
