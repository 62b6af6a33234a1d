import { BotError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { LeftWaiting } from '../sending/left-waiting.ts';
import { type Trace, traced } from '../sending/underway.ts';

/** How the handling of an update ended: for good, or to be done again after a while. */
export type Ending = { readonly kind: 'finished' } | { readonly kind: 'postponed'; readonly waitMs: number };

/**
 * Handles one update. Never rejects: what the error boundary did not catch is logged, and the update is finished, since
 * trying again would fail again. Postponed when the program stops before anything was delivered.
 *
 * @param onTold hears until when (milliseconds since 1970) Telegram wants the chat to be left alone
 */
export async function perform(
  update: Update,
  handle: (update: Update) => Promise<void>,
  logger: Logger,
  onTold?: (until: number) => void,
): Promise<Ending> {
  const trace: Trace = { delivered: 0, ...(onTold ? { onTold } : {}) };
  try {
    await traced(trace, () => handle(update));
  } catch (thrown) {
    const error = thrown instanceof BotError ? thrown.error : thrown;
    if (!(error instanceof LeftWaiting)) {
      logger.error({ update: update.update_id, error: describeError(error) }, 'The error boundary failed.');
    } else if (trace.delivered === 0) {
      return { kind: 'postponed', waitMs: error.waitMs };
    }
  }
  return { kind: 'finished' };
}
