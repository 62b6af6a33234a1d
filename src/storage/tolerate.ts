import type { Stores } from '../domain/stores.ts';
import { classifyFailure, type FailureReason, failureCode } from './classify-failure.ts';

/** What could not be recorded or looked up, for the log and a counter. It holds no text and no id of a person. */
export interface StoreFailure {
  /** What was tried, as the caller named it. */
  readonly what: string;
  readonly reason: FailureReason;
  /** The driver's code, such as `SQLITE_FULL`, `57P01` or `ECONNREFUSED`. */
  readonly code: string | undefined;
  /** Failures since the start, this one included. */
  readonly count: number;
}

/** How a record ended. */
export type Written<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: StoreFailure };

/** The stores for those who must answer whether or not something can be recorded. */
export interface TolerantStores {
  /** Tries a record. `what` is a fixed name such as `feedback.vote`. Never rejects for a failure of the store. */
  write<T>(what: string, record: (stores: Stores) => Promise<T>): Promise<Written<T>>;
  /** Looks something up; `otherwise` is returned when that fails. */
  read<T>(what: string, otherwise: T, lookUp: (stores: Stores) => Promise<T>): Promise<T>;
  /** Failures since the start. */
  readonly failures: number;
}

/**
 * Puts the stores behind a wall: a full disk, a read-only folder, a locked file or a lost connection is told to
 * `onFailure` and to the caller, and answers go on. A mistake in the program (a TypeError and the like) is told to
 * `onFailure` as well and then thrown.
 */
export function tolerate(
  stores: Stores,
  { onFailure }: { readonly onFailure: (failure: StoreFailure) => void },
): TolerantStores {
  let failures = 0;
  const write = async <T>(what: string, record: (stores: Stores) => Promise<T>): Promise<Written<T>> => {
    try {
      return { ok: true, value: await record(stores) };
    } catch (error) {
      failures += 1;
      const reason = classifyFailure(error);
      const failure = { what, reason, code: failureCode(error), count: failures };
      onFailure(failure);
      if (reason === 'bug') throw error;
      return { ok: false, failure };
    }
  };
  return {
    write,
    async read(what, otherwise, lookUp) {
      const read = await write(what, lookUp);
      return read.ok ? read.value : otherwise;
    },
    get failures() {
      return failures;
    },
  };
}
