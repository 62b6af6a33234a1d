import type { Logger } from 'pino';
import { describeError } from '../telegram/describe-error.ts';

/** Why the program is to stop, and whether something went wrong. */
export interface Leaving {
  readonly signal: AbortSignal;
  /** Whether an error that nothing caught is the reason. */
  readonly failed: boolean;
  /** Takes no more notice. */
  ignore(): void;
}

/**
 * Listens for what ends a program: SIGINT, SIGTERM, and errors that nothing caught, which are logged without their
 * words. A second one leaves at once, with status 1.
 */
export function followSignals(logger: Logger): Leaving {
  const leaving = new AbortController();
  let failed = false;
  const leave = (): void => {
    if (leaving.signal.aborted) process.exit(1);
    leaving.abort();
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    logger.info({ signal }, 'Stopping.');
    leave();
  };
  const onError = (error: unknown): void => {
    failed = true;
    logger.fatal({ error: describeError(error) }, 'Nothing caught an error: stopping.');
    leave();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  process.on('uncaughtException', onError).on('unhandledRejection', onError);
  return {
    signal: leaving.signal,
    get failed() {
      return failed;
    },
    ignore() {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      process.off('uncaughtException', onError).off('unhandledRejection', onError);
    },
  };
}
