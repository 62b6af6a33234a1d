import { randomBytes } from 'node:crypto';
import type { AnswerId } from '../../domain/ids.ts';
import { keepNewest } from '../../domain/keep-newest.ts';
import type { Sent } from '../deliver.ts';

/** What is to be posted when one of some candidates is picked. Only in memory, and only for a minute. */
export interface Ticket {
  /** Who may pick; undefined: any admin, because the caller is anonymous. */
  readonly userId: number | undefined;
  readonly ids: readonly AnswerId[];
  /** The message to answer; undefined: none, when only the caller is to see the answer. */
  readonly replyTo: number | undefined;
  /** The command to take away once the answer stands. */
  readonly command: number | undefined;
  /** Who may remove the answer, beside admins. */
  readonly allowed: readonly number[];
  readonly note: string | undefined;
  readonly conversation: string | undefined;
}

/** So many at most; the oldest go first. */
const MOST = 2_000;

/** Choices that wait for one person. */
export class Tickets {
  readonly #open = new Map<string, { readonly ticket: Ticket; at?: Sent }>();

  open(ticket: Ticket): string {
    const number = randomBytes(6).toString('base64url');
    this.#open.set(number, { ticket });
    keepNewest(this.#open, MOST);
    return number;
  }

  get(number: string): Ticket | undefined {
    return this.#open.get(number)?.ticket;
  }

  /** Notes the message that shows the choice. */
  place(number: string, at: Sent): void {
    const open = this.#open.get(number);
    if (open) open.at = at;
  }

  /** Ends a choice; gives the message that showed it, once. */
  close(number: string): Sent | undefined {
    const at = this.#open.get(number)?.at;
    this.#open.delete(number);
    return at;
  }
}
