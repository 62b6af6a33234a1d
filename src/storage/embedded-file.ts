import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient, type InStatement, LibsqlError, type Transaction } from '@libsql/client';
import { Turns } from './turns.ts';

/**
 * Every statement of the embedded database runs on the main thread, and so does its wait for a lock: it is kept this
 * short, and repeated after pauses in which answers go on.
 */
const LOCK_WAIT_MS = 20;
const PAUSES_MS = [10, 20, 50, 100, 200, 400, 800, 1600, 1600];

/** After so long without a pause, the rest of the program gets a turn. */
const BREATH_MS = 4;

/** Mistakes in a statement: the connection is as good as before. */
const HARMLESS = new Set(['SQLITE_CONSTRAINT', 'SQLITE_ERROR', 'SQLITE_MISMATCH', 'SQLITE_RANGE']);

/** An open transaction and the turn that it holds. */
export interface OpenTransaction {
  readonly transaction: Transaction;
  readonly end: () => void;
}

/**
 * One connection to one file, for one statement or one transaction at a time. After any failure of the file itself the
 * connection is replaced: the driver leaves a statement that failed on a lock unfinished, and every later commit on the
 * same connection would fail with it (tursodatabase/libsql-client-ts#352).
 */
export class EmbeddedFile {
  readonly #client: Client;
  readonly #turns = new Turns();
  #lastBreath = performance.now();
  #prepared = false;
  #closed = false;

  /** Throws what the driver throws when the file cannot be opened. */
  constructor(url: string) {
    this.#client = createClient({ url, concurrency: 1, timeout: LOCK_WAIT_MS });
  }

  /**
   * To be called before each statement. The driver answers at once, so a long row of statements would let no timer, no
   * message and no clearing up of finished statements in between: memory would grow until the row ends.
   */
  async breathe(): Promise<void> {
    if (performance.now() - this.#lastBreath < BREATH_MS) return;
    await nextTurn();
    this.#lastBreath = performance.now();
  }

  /** Runs one statement outside of any transaction. */
  async run(statement: InStatement) {
    return this.#patiently(async (end) => {
      const result = await this.#client.execute(statement);
      end();
      return result;
    });
  }

  /** Begins a transaction with the write lock, so that it cannot fail half-way for want of it. */
  async begin(): Promise<OpenTransaction> {
    return this.#patiently(async (end) => ({ transaction: await this.#client.transaction('write'), end }));
  }

  /** To be called with the error of a statement inside a transaction, before the turn ends. */
  afterFailure(error: unknown): void {
    if (this.#closed || (error instanceof LibsqlError && HARMLESS.has(error.code))) return;
    this.#client.reconnect();
    this.#prepared = false;
  }

  /** Waits for what is running. The last connection to a file folds its journal into it. */
  async close(): Promise<void> {
    const end = await this.#turns.take();
    this.#closed = true;
    this.#client.close();
    end();
  }

  async #patiently<T>(work: (end: () => void) => Promise<T>): Promise<T> {
    for (const pause of [...PAUSES_MS, undefined]) {
      const end = await this.#turns.take();
      try {
        await this.#prepare();
        return await work(end);
      } catch (error) {
        this.afterFailure(error);
        end();
        if (pause === undefined || !isLocked(error)) throw error;
        await sleep(pause);
      }
    }
    throw new Error('unreachable: the last attempt returns or throws');
  }

  /** What SQLite forgets with the connection. Deleted text is overwritten, not only marked as free. */
  async #prepare(): Promise<void> {
    if (this.#prepared) return;
    await this.#client.execute('pragma journal_mode = wal');
    await this.#client.execute('pragma synchronous = normal');
    await this.#client.execute('pragma secure_delete = on');
    await this.#client.execute('pragma cache_size = -16000');
    this.#prepared = true;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof LibsqlError && (error.code === 'SQLITE_BUSY' || error.code === 'SQLITE_LOCKED');
}
