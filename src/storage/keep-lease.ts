import type { LeaseStore } from '../domain/running-stores.ts';

/** A lease that is prolonged until it is let go. */
export interface KeptLease {
  /** Aborted when the lease is another's, or may be: what it was for has to stop. */
  readonly lost: AbortSignal;
  /** Lets go at once, so that another need not wait. Never rejects. */
  release(): Promise<void>;
}

export interface LeaseRequest {
  readonly leases: LeaseStore;
  readonly name: string;
  /** A name that no other process has, or the one that several share a lease under. */
  readonly owner: string;
  readonly holdMs: number;
  /** Whether what it is for goes on while the store cannot be asked whose it is. */
  readonly goOnUnknown?: boolean;
}

/** Takes a lease and prolongs it four times as often as needed. Undefined while another holds it; rejects when the store does. */
export async function keepLease(request: LeaseRequest): Promise<KeptLease | undefined> {
  const { leases, name, owner, holdMs, goOnUnknown = false } = request;
  if (!(await leases.acquire(name, owner, holdMs))) return undefined;
  const lost = new AbortController();
  let sureUntil = performance.now() + holdMs;
  let asking = false;
  const renew = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    const askedAt = performance.now();
    try {
      if (await leases.renew(name, owner, holdMs)) sureUntil = askedAt + holdMs;
      // It ran out, as in a pause of the whole machine. Unless someone else was faster, it can be had again.
      else if (goOnUnknown && (await leases.acquire(name, owner, holdMs))) sureUntil = askedAt + holdMs;
      else end();
    } catch {
      // Whoever uses the store sees and logs that it failed.
    } finally {
      asking = false;
      if (!goOnUnknown && performance.now() > sureUntil) end();
    }
  };
  const clock = setInterval(() => void renew(), holdMs / 4).unref();
  const end = (): void => {
    clearInterval(clock);
    lost.abort();
  };
  return {
    lost: lost.signal,
    async release() {
      clearInterval(clock);
      await leases.release(name, owner).catch(() => undefined);
    },
  };
}
