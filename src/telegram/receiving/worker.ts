import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { InboxEntry, InboxStore } from '../../domain/running-stores.ts';
import { type Ending, perform } from './perform.ts';
import { createRecords } from './records.ts';
import type { StoreHealth } from './store-health.ts';

/** Updates are held so long for this process. When it dies, another takes them over after that time. */
export const HOLD_MS = 6_000;
const RENEW_EVERY_MS = 1_500;
/** Another process may have left something: look so often. */
const LOOK_EVERY_MS = 1_000;
/** Updates handled at a time, beside those whose chats wait as Telegram asks. */
const MOST_AT_ONCE = 64;
const MOST_WAITING = 2_000;
const CLAIM_AT_ONCE = 100;
/** An update that was handed out so often and never finished is handled alone among its like … */
const SUSPECT_AFTER = 2;
/** … and after so many times given up: it is what ends the process. */
const GIVE_UP_AFTER = 5;
const SUSPECT_PAUSE_MS = 500;

export interface WorkerParts {
  readonly inbox: InboxStore;
  readonly health: StoreHealth;
  /** A name that no other process has. */
  readonly owner: string;
  readonly handle: (update: Update) => Promise<void>;
  /** What became of updates that this process handled from memory, though the store may have them too. */
  readonly fromMemory: (id: number) => 'under way' | 'handled' | undefined;
  /** How many calls wait because Telegram asks for it. */
  readonly waiting: () => number;
  readonly logger: Logger;
}

/** Takes updates out of the inbox and handles them: in order within a chat, all chats beside each other. */
export interface Worker {
  /** Begins, or goes on, to take updates out. */
  start(): void;
  /** There is something new in the inbox. */
  wake(): void;
  /** Takes nothing more out. What is being handled goes on. */
  rest(): void;
  /** Resolves when nothing is being handled any more and all is recorded. */
  idle(): Promise<void>;
  /** Ends the work for good; what is still being handled is handed out again when its hold lapses. */
  close(): void;
  readonly running: number;
  readonly handled: number;
  readonly givenUp: number;
}

/** See {@link Worker}. It takes nothing out before it is started. */
export function createWorker(parts: WorkerParts): Worker {
  const { inbox, health, owner, handle, fromMemory, waiting, logger } = parts;
  const running = new Map<number, Promise<void>>();
  /** Until when the chats of some updates are to be left alone, by whoever handles them. */
  const toldUntil = new Map<number, number>();
  const records = createRecords(
    (ids) => inbox.finish(ids),
    health,
    () => wake(),
  );
  let active = false;
  let loop: Promise<void> | undefined;
  let full = false;
  let news = false;
  let rouse = (): void => undefined;
  let suspect: number | undefined;
  let handled = 0;
  let givenUp = 0;

  function wake(): void {
    news = true;
    rouse();
  }

  const slept = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS).unref();
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const takeOut = async (): Promise<void> => {
    while (active) {
      news = false;
      const room = MOST_AT_ONCE + Math.min(MOST_WAITING, waiting()) - running.size;
      const limit = Math.min(room, CLAIM_AT_ONCE);
      full = limit <= 0;
      const request = { owner, holdMs: HOLD_MS, limit };
      const claimed =
        limit > 0 ? ((await health.attempt('inbox.claim', () => inbox.claim(request)))?.value ?? []) : [];
      const later = active ? suspectsBeyondOne(claimed) : claimed;
      // Given back before anything is begun: what ends the process would count as their attempt too.
      if (later.length > 0) {
        const ids = later.map(({ id }) => id);
        await health.attempt('inbox.postpone', () => inbox.postpone(owner, ids, SUSPECT_PAUSE_MS));
      }
      for (const entry of claimed) if (!later.includes(entry)) begin(entry);
      if (active && !news && claimed.length < CLAIM_AT_ONCE) await slept();
    }
    loop = undefined;
  };

  const suspectsBeyondOne = (claimed: readonly InboxEntry[]): readonly InboxEntry[] => {
    const suspects = claimed.filter(({ attempts }) => attempts >= SUSPECT_AFTER && attempts < GIVE_UP_AFTER);
    return suspect === undefined ? suspects.slice(1) : suspects;
  };

  /** Whether an update is not to be handled: it counts as finished. */
  const isSpent = ({ id, payload, attempts }: InboxEntry): boolean => {
    if (payload === undefined) {
      logger.warn({ update: id }, 'An update was sealed with another token: it cannot be read.');
      return true;
    }
    if (attempts < GIVE_UP_AFTER) return fromMemory(id) === 'handled';
    givenUp += 1;
    logger.error({ update: id, attempts }, 'An update that was begun again and again is given up.');
    return true;
  };

  const begin = (entry: InboxEntry): void => {
    const { id, payload, attempts } = entry;
    if (running.has(id) || records.has(id) || fromMemory(id) === 'under way') return;
    if (isSpent(entry) || payload === undefined) {
      records.add(id);
      return;
    }
    if (attempts >= SUSPECT_AFTER) suspect = id;
    const onTold = (until: number): void => {
      toldUntil.set(id, until);
      void hold([id], Math.ceil(until - Date.now()) + HOLD_MS);
    };
    const update = JSON.parse(payload) as Update;
    const work = perform(update, handle, logger, onTold).then((ending) => close(id, ending));
    running.set(id, work);
  };

  const close = async (id: number, ending: Ending): Promise<void> => {
    if (ending.kind === 'postponed') {
      await health.attempt('inbox.postpone', () => inbox.postpone(owner, [id], ending.waitMs));
    } else {
      handled += 1;
      records.add(id);
    }
    running.delete(id);
    toldUntil.delete(id);
    if (suspect === id) suspect = undefined;
    // Otherwise the record, once written, says that there may be more.
    if (full) wake();
  };

  const hold = async (ids: readonly number[], holdMs: number): Promise<void> => {
    if (ids.length === 0) return;
    const held = await health.attempt('inbox.hold', () => inbox.hold(owner, ids, holdMs));
    const lost = held ? ids.filter((id) => running.has(id) && !held.value.includes(id)) : [];
    if (lost.length > 0) logger.warn({ updates: lost }, 'Another process may handle these updates too.');
  };

  const renew = async (): Promise<void> => {
    await records.flush();
    const now = Date.now();
    // Those who wait as Telegram asks are held until then.
    await hold(
      [...running.keys()].filter((id) => (toldUntil.get(id) ?? 0) < now),
      HOLD_MS,
    );
  };
  const clock = setInterval(() => void renew(), RENEW_EVERY_MS).unref();

  return {
    start() {
      active = true;
      loop ??= takeOut();
    },
    wake,
    rest() {
      active = false;
      rouse();
    },
    async idle() {
      if (!active) await loop;
      while (running.size > 0) await Promise.all(running.values());
      await records.flush();
    },
    close() {
      active = false;
      rouse();
      clearInterval(clock);
    },
    get running() {
      return running.size;
    },
    get handled() {
      return handled;
    },
    get givenUp() {
      return givenUp;
    },
  };
}
