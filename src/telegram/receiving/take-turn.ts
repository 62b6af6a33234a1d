import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { LeaseStore } from '../../domain/running-stores.ts';
import { type KeptLease, keepLease } from '../../storage/keep-lease.ts';
import { HOLD_MS } from './worker.ts';

/** Who gets the updates of the bot: one poller, or all replicas of a webhook together, never both. */
const LEASE = 'updates';
const LOOK_EVERY_MS = 1_000;

export interface TurnRequest {
  /** Absent: there is no store, and so nobody to share with. */
  readonly leases: LeaseStore | undefined;
  readonly owner: string;
  readonly logger: Logger;
  /** Ends the waiting: what is thrown then is of no interest. */
  readonly signal: AbortSignal;
}

/** The right to get the updates. */
export type Turn = KeptLease;

/**
 * Waits until nobody else on the same store gets the updates of the bot: a process that was killed keeps its turn for
 * some seconds. While the store cannot be asked, the turn is taken: an answer is worth more than a clean log.
 */
export async function takeTurn({ leases, owner, logger, signal }: TurnRequest): Promise<Turn> {
  const alone: Turn = { lost: new AbortController().signal, release: async () => undefined };
  if (!leases) return alone;
  for (let told = false; ; told = true) {
    signal.throwIfAborted();
    try {
      const request = { leases, name: LEASE, owner, holdMs: HOLD_MS, goOnUnknown: true };
      const lease = await keepLease(request);
      if (lease) return lease;
    } catch {
      logger.warn('The store cannot say whether another process gets the updates: this one does.');
      return alone;
    }
    if (!told) logger.info('Another process gets the updates: waiting until it stops.');
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}
