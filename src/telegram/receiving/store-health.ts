import type { Logger } from 'pino';
import { classifyFailure, failureCode } from '../../storage/classify-failure.ts';

const TELL_EVERY_MS = 60_000;

/** Whether the store works, as told by those who use it. */
export interface StoreHealth {
  /** Tries something with the store. Never rejects: a failure is counted, and logged at most once a minute. */
  attempt<T>(what: string, work: () => Promise<T>): Promise<{ readonly value: T } | undefined>;
  /** Failures since the start. */
  readonly failures: number;
  /** Whether the last attempt failed. */
  readonly down: boolean;
}

export function createStoreHealth(logger: Logger): StoreHealth {
  let failures = 0;
  let down = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    async attempt(what, work) {
      try {
        const value = await work();
        if (down) logger.info({ failures }, 'The store works again.');
        down = false;
        toldAt = Number.NEGATIVE_INFINITY;
        return { value };
      } catch (error) {
        failures += 1;
        down = true;
        if (Math.abs(Date.now() - toldAt) >= TELL_EVERY_MS) {
          toldAt = Date.now();
          const failure = { what, reason: classifyFailure(error), code: failureCode(error), failures };
          logger.error(failure, 'The store failed; answers go on from memory.');
        }
        return undefined;
      }
    },
    get failures() {
      return failures;
    },
    get down() {
      return down;
    },
  };
}
