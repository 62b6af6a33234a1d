import { AsyncLocalStorage } from 'node:async_hooks';

/** What has come of the update that is being handled. */
export interface Trace {
  /** Messages that Telegram has taken. */
  delivered: number;
  /** Hears until when (milliseconds since 1970) Telegram wants its chat to be left alone. */
  readonly onTold?: (until: number) => void;
}

const underway = new AsyncLocalStorage<Trace>();

/** Handles an update so that what is delivered meanwhile is counted in `trace`. */
export function traced<T>(trace: Trace, handle: () => Promise<T>): Promise<T> {
  return underway.run(trace, handle);
}

/** Counts a message for the update that is being handled, if any. */
export function countDelivered(): void {
  const trace = underway.getStore();
  if (trace) trace.delivered += 1;
}

/** Tells the update that is being handled, if any, that it waits. */
export function tellWait(until: number): void {
  underway.getStore()?.onTold?.(until);
}
