import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** A type, with `?` where null is allowed. `integer` as the only key numbers its rows by itself in the embedded database. */
export type Column = 'text' | 'text?' | 'integer' | 'bigint' | 'bigint?' | 'bigserial';

/** Creates a table with its primary key. */
export async function createTable(
  db: Kysely<unknown>,
  name: string,
  key: readonly string[],
  columns: Readonly<Record<string, Column>>,
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    table = table.addColumn(column, sql.raw(type.replace('?', '')), (c) =>
      type.endsWith('?') ? c : c.notNull(),
    );
  }
  await table.addPrimaryKeyConstraint(`${name}_key`, [...key]).execute();
}
