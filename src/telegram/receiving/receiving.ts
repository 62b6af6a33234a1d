import type { Stores } from '../../domain/stores.ts';
import type { Outgoing } from '../sending/outgoing.ts';
import type { ReceiverStatus } from './receiver.ts';

/** A bot that gets updates. */
export interface Receiving {
  /** Resolves when the bot begins to answer, or has stopped before it came to that; rejects as `done` does. */
  readonly answering: Promise<void>;
  /** Resolves when the bot has stopped; rejects with `StartRefused`, or with an error that nothing else has caught. */
  readonly done: Promise<void>;
  /** Takes no more updates, and waits until those taken are answered: at most 10 seconds. */
  stop(): Promise<void>;
  readonly status: () => ReceivingStatus;
}

/** Figures for a look from outside; nothing of a message. */
export interface ReceivingStatus extends ReceiverStatus {
  /** `answering`: it gets updates. `standing-by`: another process does. `stopping`: it takes nothing more. */
  readonly state: 'starting' | 'standing-by' | 'answering' | 'stopping';
  /** When Telegram was last heard of, in milliseconds since 1970; 0 for never. */
  readonly heardAt: number;
}

/** What receiving needs beside the bot. */
export interface ReceivingParts {
  /** Absent: everything is kept in memory. */
  readonly stores?: Pick<Stores, 'groups' | 'posted'> & Partial<Pick<Stores, 'inbox' | 'leases'>>;
  /** The one that the bot was created with. Absent: waiting calls are not known. */
  readonly outgoing?: Outgoing;
}
