/** An update of Telegram on its way. */
export interface InboxUpdate {
  readonly id: number;
  /** Updates with one key are handled in order, one at a time. */
  readonly chatKey: string;
  /** The update as JSON. Stored sealed, and only until the update is finished. */
  readonly payload: string;
}

/** An update to handle. */
export interface InboxEntry {
  readonly id: number;
  readonly chatKey: string;
  /** Undefined when it was sealed with another secret, such as the token before a change: to be finished unread. */
  readonly payload: string | undefined;
  /** How often it was handed out before: one that keeps killing the process can be given up. */
  readonly attempts: number;
}

/**
 * Updates that were taken from Telegram and are not finished, and the ids of those that are, for 24 hours. So an
 * update is confirmed to Telegram at once, is handled once, and survives the end of the process.
 */
export interface InboxStore {
  /** Writes an update down. False when it was seen within 24 hours. */
  take(update: InboxUpdate): Promise<boolean>;
  /** The same for at most 1,000 at once, all or none; returns the ids that are new, in the order given. */
  takeAll(updates: readonly InboxUpdate[]): Promise<readonly number[]>;
  /** Everything unfinished in the order it was taken, for the start of a bot that runs alone. */
  unfinished(): Promise<readonly InboxEntry[]>;
  /**
   * For several processes: hands out the oldest unfinished update of each chat that nobody holds, at most `limit`,
   * and holds them for `owner` for `holdMs`. The next update of a chat is handed out only when the one before is
   * finished. `chatKey` narrows it to one chat.
   */
  claim(request: {
    readonly owner: string;
    readonly holdMs: number;
    readonly limit: number;
    readonly chatKey?: string;
  }): Promise<readonly InboxEntry[]>;
  /** Holds updates longer, while a chat waits for `retry_after`; returns the ids that are still held. */
  hold(owner: string, ids: readonly number[], holdMs: number): Promise<readonly number[]>;
  /**
   * Gives updates back that were not handled after all. For `afterMs` nobody gets them, nor what follows in their
   * chats; that they were handed out does not count.
   */
  postpone(owner: string, ids: readonly number[], afterMs: number): Promise<void>;
  /** Only the ids stay. Finishing twice changes nothing. */
  finish(ids: readonly number[]): Promise<void>;
  /** How many are unfinished, and since when the oldest waits (milliseconds since 1970). */
  backlog(): Promise<{ readonly waiting: number; readonly oldestAt: number | undefined }>;
  /** Forgets updates taken before a time, unfinished ones too: an answer a day late helps nobody. */
  purge(before: number): Promise<number>;
}

/** A number by name and day. */
export interface Count {
  readonly name: string;
  /** In UTC, as 2026-11-22. */
  readonly day: string;
  readonly n: number;
}

/** Sums by name and day. Names are fixed words and ids, never anything of a person. */
export interface CounterStore {
  add(name: string, day: string, n?: number): Promise<void>;
  /** Many at once, in one transaction. */
  addAll(counts: readonly Count[]): Promise<void>;
  /** Sums whose name begins with `prefix`, from one day to another, both included, by day and name. */
  read(prefix: string, from: string, to: string): Promise<readonly Count[]>;
}

/** A secret for keyed hashes. */
export interface HashKey {
  /** Changes with the key. */
  readonly id: string;
  readonly secret: Uint8Array;
  /** Milliseconds since 1970: from then on the key is gone. */
  readonly until: number;
}

/** Secrets that live for some hours and are the same in all processes on one store. */
export interface KeyStore {
  /**
   * The key for a purpose, a new one when there is none or its time is over; the old one is deleted then. To be asked
   * for each use and not kept: another process may have made a new one.
   */
  current(purpose: string, hours: number): Promise<HashKey>;
  /** Deletes keys whose time is over; returns the ids of keys that are gone and were not yet told to `cleared`. */
  retire(): Promise<readonly string[]>;
  /** What these keys linked to a person is unlinked: their ids are forgotten as well. */
  cleared(ids: readonly string[]): Promise<void>;
}

/** Names that only one process holds at a time. On PostgreSQL its clock counts, so clocks of replicas may differ. */
export interface LeaseStore {
  /** Takes or prolongs a lease. False while another owner holds it. */
  acquire(name: string, owner: string, holdMs: number): Promise<boolean>;
  /** Prolongs a lease that is still held. False when it ran out or is another's: stop what it was for. */
  renew(name: string, owner: string, holdMs: number): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
}
