import { randomUUID } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { InboxStore } from '../../domain/running-stores.ts';
import type { Outgoing } from '../sending/outgoing.ts';
import { chatKeyOf } from './chat-key.ts';
import { perform } from './perform.ts';
import { Seen } from './seen.ts';
import { createStoreHealth } from './store-health.ts';
import { createWorker } from './worker.ts';

/** Without a store, so many updates are handled at a time before more are fetched. */
const MOST_IN_MEMORY = 1_000;

export interface ReceiverParts {
  /** What to do with an update; it need not catch anything. */
  readonly handle: (update: Update) => Promise<void>;
  readonly outgoing: Pick<Outgoing, 'waiting' | 'leave'>;
  /** Where updates wait. Absent: in memory, until the process ends. */
  readonly inbox?: InboxStore | undefined;
  /** A name that no other process has. */
  readonly owner?: string;
  readonly logger: Logger;
}

/** Figures for a look from outside; nothing of a message. */
export interface ReceiverStatus {
  /** Updates that are being handled now, those that wait for Telegram included. */
  readonly running: number;
  /** Calls that wait because Telegram asks for a pause. */
  readonly waiting: number;
  /** Since the start: taken for the first time, come again, handled, given up after ending the process again and again. */
  readonly taken: number;
  readonly repeated: number;
  readonly handled: number;
  readonly givenUp: number;
  readonly storeFailures: number;
  /** Whether the store failed when it was last used; true also when there is none. */
  readonly storeDown: boolean;
}

/** Sees to it that each update is handled, and handled once. */
export interface Receiver {
  /**
   * Takes updates. Resolves when they are safe: written down, or, while the store fails, handled; then at the latest
   * after `patienceMs`. What came before within 24 hours is left out.
   */
  take(updates: readonly Update[], patienceMs: number): Promise<void>;
  /** Begins to handle what was written down, by this process or another. */
  start(): void;
  /** Lets others handle what waits; takes nothing more out. */
  rest(): void;
  /** Resolves when there is room for more updates in memory. Only without a store it may have to wait. */
  room(): Promise<void>;
  /**
   * Finishes what is being handled, for at most so many milliseconds. What would wait longer for Telegram is left to
   * whoever runs next. False when something was not finished in time.
   */
  stop(withinMs: number): Promise<boolean>;
  readonly status: ReceiverStatus;
}

/** See {@link Receiver}. */
export function createReceiver(parts: ReceiverParts): Receiver {
  const { handle, outgoing, inbox, logger, owner = randomUUID() } = parts;
  const health = createStoreHealth(logger);
  const seen = new Seen();
  const inMemory = new Map<number, Promise<void>>();
  const handledHere = new Seen();
  let counts = { taken: 0, repeated: 0, handled: 0, lost: 0 };
  const worker = inbox
    ? createWorker({
        inbox,
        health,
        owner,
        handle,
        logger,
        fromMemory: (id) => (inMemory.has(id) ? 'under way' : handledHere.has(id) ? 'handled' : undefined),
        waiting: () => outgoing.waiting,
      })
    : undefined;

  const count = (name: keyof typeof counts, n = 1): void => {
    counts = { ...counts, [name]: counts[name] + n };
  };

  const handleAtOnce = (update: Update): Promise<void> => {
    const id = update.update_id;
    seen.add(id);
    const work = perform(update, handle, logger).then(({ kind }) => {
      inMemory.delete(id);
      if (kind === 'finished') handledHere.add(id);
      count(kind === 'finished' ? 'handled' : 'lost');
    });
    inMemory.set(id, work);
    return work;
  };

  const take: Receiver['take'] = async (updates, patienceMs) => {
    const fresh = updates.filter(({ update_id: id }) => !seen.has(id));
    count('repeated', updates.length - fresh.length);
    const written = await writeDown(fresh);
    if (written) {
      count('taken', written.length);
      count('repeated', fresh.length - written.length);
      worker?.wake();
      return;
    }
    const once = fresh.filter(
      ({ update_id: id }, at) =>
        !seen.has(id) && fresh.findIndex(({ update_id: other }) => other === id) === at,
    );
    count('taken', once.length);
    count('repeated', fresh.length - once.length);
    await within(patienceMs, Promise.all(once.map(handleAtOnce)));
  };

  const writeDown = async (updates: readonly Update[]): Promise<readonly number[] | undefined> => {
    if (updates.length === 0) return [];
    if (!inbox) return undefined;
    const rows = updates.map((update) => ({
      id: update.update_id,
      chatKey: chatKeyOf(update),
      payload: JSON.stringify(update),
    }));
    const written = await health.attempt('inbox.take', () => inbox.takeAll(rows));
    if (written) for (const { id } of rows) seen.add(id);
    return written?.value;
  };

  const idle = async (): Promise<void> => {
    await Promise.all([...inMemory.values(), worker?.idle()]);
  };

  const finish = async (withinMs: number): Promise<boolean> => {
    worker?.rest();
    outgoing.leave(Date.now() + withinMs);
    const done = await within(withinMs, idle());
    worker?.close();
    if (!done || counts.lost > 0) {
      const unanswered = (worker?.running ?? 0) + inMemory.size + counts.lost;
      const kept = inMemory.size + counts.lost === 0;
      logger.warn({ unanswered, kept }, 'Stopped before everything was answered.');
    }
    return done;
  };
  let stopping: Promise<boolean> | undefined;

  return {
    take,
    start: () => worker?.start(),
    rest: () => worker?.rest(),
    async room() {
      while (inMemory.size >= MOST_IN_MEMORY) await Promise.race(inMemory.values());
    },
    stop(withinMs) {
      stopping ??= finish(withinMs);
      return stopping;
    },
    get status() {
      return {
        ...counts,
        running: inMemory.size + (worker?.running ?? 0),
        waiting: outgoing.waiting,
        handled: counts.handled + (worker?.handled ?? 0),
        givenUp: worker?.givenUp ?? 0,
        storeFailures: health.failures,
        storeDown: inbox === undefined || health.down,
      };
    },
  };
}

/** Whether a promise was kept within so many milliseconds. */
async function within(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([promise.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
