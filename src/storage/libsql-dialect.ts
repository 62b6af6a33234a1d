import type { InStatement, InValue } from '@libsql/client';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { EmbeddedFile, OpenTransaction } from './embedded-file.ts';

/** Kysely on an {@link EmbeddedFile}. (`@libsql/kysely-libsql` needs a client that is ten minor versions old.) */
export class LibsqlDialect implements Dialect {
  readonly #file: EmbeddedFile;

  constructor(file: EmbeddedFile) {
    this.#file = file;
  }

  createDriver(): Driver {
    return new LibsqlDriver(this.#file);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new LibsqlAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** A migration runs in one transaction, which begins with the write lock: that is the lock between processes. */
class LibsqlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LibsqlDriver implements Driver {
  readonly #file: EmbeddedFile;

  constructor(file: EmbeddedFile) {
    this.#file = file;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LibsqlConnection> {
    return new LibsqlConnection(this.#file);
  }

  async beginTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: LibsqlConnection): Promise<void> {
    connection.rollback();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#file.close();
  }
}

class LibsqlConnection implements DatabaseConnection {
  readonly #file: EmbeddedFile;
  #open: OpenTransaction | undefined;

  constructor(file: EmbeddedFile) {
    this.#file = file;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    await this.#file.breathe();
    const statement: InStatement = { sql, args: parameters.map(bindable) };
    const result = await (this.#open?.transaction.execute(statement) ?? this.#file.run(statement));
    // The driver's rows also carry each value under its number.
    const rows = result.rows.map((row) => ({ ...row }) as Row);
    return { rows, numAffectedRows: BigInt(result.rowsAffected) };
  }

  // biome-ignore lint/correctness/useYield: part of the interface, and not supported
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The embedded database does not stream: read it in pages.');
  }

  async begin(): Promise<void> {
    this.#open = await this.#file.begin();
  }

  async commit(): Promise<void> {
    const { transaction, end } = this.#take();
    try {
      await transaction.commit();
    } catch (error) {
      this.#file.afterFailure(error);
      throw error;
    } finally {
      end();
    }
  }

  /** Never fails: a transaction that SQLite has undone by itself is as good as rolled back. */
  rollback(): void {
    if (this.#open === undefined) return;
    const { transaction, end } = this.#take();
    try {
      transaction.close();
    } finally {
      this.#file.afterFailure(undefined);
      end();
    }
  }

  #take(): OpenTransaction {
    const open = this.#open;
    if (open === undefined) throw new Error('There is no transaction to end.');
    this.#open = undefined;
    return open;
  }
}

/** The driver aborts the process, or stores something else, for values of other kinds. */
function bindable(value: unknown): InValue {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`A ${typeof value} cannot be stored: hand in text, a finite number or null.`);
}
