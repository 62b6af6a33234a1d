import type { StoreHealth } from './store-health.ts';

/** Writes down in batches which updates are finished. */
export interface Records {
  /** Whether an update is finished and its record still on the way. */
  has(id: number): boolean;
  /** Adds a finished update; the record is made soon, or as soon as the store can be written again. */
  add(id: number): void;
  /** Tries to make all records now. */
  flush(): Promise<void>;
}

const BATCH = 500;

/** @param onWritten called after each batch: the next updates of those chats can be had */
export function createRecords(
  finish: (ids: readonly number[]) => Promise<void>,
  health: StoreHealth,
  onWritten: () => void,
): Records {
  const waiting = new Set<number>();
  let flushing: Promise<void> | undefined;

  const write = async (): Promise<void> => {
    try {
      while (waiting.size > 0) {
        const batch = [...waiting].slice(0, BATCH);
        if (!(await health.attempt('inbox.finish', () => finish(batch)))) return;
        for (const id of batch) waiting.delete(id);
        onWritten();
      }
    } finally {
      flushing = undefined;
    }
  };
  const flush = async (): Promise<void> => {
    if (waiting.size === 0) return;
    flushing ??= write();
    await flushing;
  };

  return {
    has: (id) => waiting.has(id),
    add(id) {
      waiting.add(id);
      // While the store is down, the clock of the worker tries again.
      if (!health.down) void flush();
    },
    flush,
  };
}
