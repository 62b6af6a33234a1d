import type { LeaseStore } from '../domain/running-stores.ts';
import { keepLease } from './keep-lease.ts';

const HOLD_MS = 20_000;

/**
 * Runs a job on one of several processes that share a store. False when another process is at it; rejects when the store
 * or the job does.
 *
 * @param name of the job, the same in all processes
 * @param owner a name that no other process has
 * @param job is given a signal that is aborted when this process may no longer be the only one: it has to stop then
 */
export async function runOnOne(
  leases: LeaseStore,
  name: string,
  owner: string,
  job: (onlyOne: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const lease = await keepLease({ leases, name: `job ${name}`, owner, holdMs: HOLD_MS });
  if (!lease) return false;
  try {
    await job(lease.lost);
    return true;
  } finally {
    await lease.release();
  }
}
