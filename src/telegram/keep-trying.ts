import { setTimeout as sleep } from 'node:timers/promises';
import { GrammyError, HttpError } from 'grammy';
import type { Logger } from 'pino';
import { codeOf } from './api-errors.ts';
import { describeError } from './describe-error.ts';
import { StartRefused } from './start-refused.ts';

export interface Patience {
  readonly logger: Logger;
  /** Ends the waiting: what is thrown then is of no interest. */
  readonly signal?: AbortSignal;
  /** Waits so many milliseconds. Tests hand in one that does not. */
  readonly pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** A second program with the same token may be a predecessor that is about to stop: it gets about a minute. */
const MOST_CONFLICTS = 8;

/**
 * Makes a call that may safely be made twice until it succeeds, however long Telegram is away. Throws
 * {@link StartRefused} for what waiting does not mend; mistakes in the code, and errors once the signal says stop, pass.
 */
export async function keepTrying<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  const { logger, signal, pause = wait } = patience;
  for (let failures = 0, conflicts = 0; ; failures += 1) {
    try {
      signal?.throwIfAborted();
      return await call();
    } catch (error) {
      const fromTelegram = error instanceof GrammyError || error instanceof HttpError;
      if (signal?.aborted || !fromTelegram) throw error;
      const code = codeOf(error);
      if (code === 401 || code === 404) throw new StartRefused('wrong-token');
      if (code === 400) throw error;
      conflicts = code === 409 ? conflicts + 1 : 0;
      if (conflicts > MOST_CONFLICTS) throw new StartRefused('second-program');
      const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      const delay = asked === undefined ? Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures) : asked * 1000;
      const hint = code === 409 ? new StartRefused('second-program').message : 'Telegram was not reached.';
      logger.warn({ error: describeError(error), pause: delay }, hint);
      await pause(delay, signal);
    }
  }
}

async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, signal ? { signal } : {});
}
