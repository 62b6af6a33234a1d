import { HttpError, type Transformer } from 'grammy';
import { createPace } from './pace.ts';
import { isUnreached, pauseBefore, policyOf, sendsMessage } from './retry-policy.ts';
import { countDelivered, tellWait } from './underway.ts';
import { createWaitingRoom } from './waiting-room.ts';

/** Telegram lets a bot send about 30 messages a second to all chats together (core.telegram.org/bots/faq). */
export const MESSAGES_A_SECOND = 30;

export interface OutgoingOptions {
  /** Messages a second to all chats together. Absent: no limit, for tests without a network. */
  readonly perSecond?: number;
}

/** How calls leave the bot: each chat is left alone as long as Telegram asks, and what failed safely is tried again. */
export interface Outgoing {
  /** To be installed next to the guard. */
  readonly transformer: Transformer;
  /** Calls that wait because Telegram asks for a pause. */
  readonly waiting: number;
  /** The program stops: calls that would still wait at this time (milliseconds since 1970) reject with LeftWaiting. */
  leave(deadline: number): void;
}

/** Chats are forgotten as soon as they may be written to again; this many are looked through at once. */
const MANY_CLOSED = 1_000;

/** See {@link Outgoing}. Which failures are safe to repeat is said by `retry-policy.ts`. */
export function createOutgoing({ perSecond }: OutgoingOptions = {}): Outgoing {
  const room = createWaitingRoom();
  const pace = createPace(perSecond);
  // By a clock that never jumps: one that is set back would keep a chat silent until it has caught up.
  const closedUntil = new Map<unknown, number>();
  let waiting = 0;

  const waitAsTold = async (milliseconds: number): Promise<void> => {
    waiting += 1;
    tellWait(Date.now() + milliseconds);
    try {
      await room.wait(milliseconds);
    } finally {
      waiting -= 1;
    }
  };

  const close = (chat: unknown, seconds: number): void => {
    const now = performance.now();
    if (closedUntil.size > MANY_CLOSED) {
      for (const [each, until] of closedUntil) if (until <= now) closedUntil.delete(each);
    }
    closedUntil.set(chat, now + seconds * 1_000);
  };

  const turnOf = async (chat: unknown): Promise<void> => {
    for (;;) {
      const until = closedUntil.get(chat) ?? 0;
      const left = until - performance.now();
      if (left > 0) await waitAsTold(left);
      else return void closedUntil.delete(chat);
    }
  };

  const transformer: Transformer = async (previous, method, payload, signal) => {
    const policy = policyOf(method);
    if (!policy) return previous(method, payload, signal);
    const chat = 'chat_id' in payload ? payload.chat_id : undefined;
    const inTurn = policy.inTurn && chat !== undefined;
    const started = Date.now();
    // Pauses that Telegram asked for do not count as failing.
    let failingSince: number | undefined;
    const failing = (): number => {
      failingSince ??= Date.now();
      return Date.now() - failingSince;
    };
    let repeats = 0;
    for (let tries = 1; ; tries += 1) {
      if (inTurn) await turnOf(chat);
      if (sendsMessage(method)) await pace(room);
      try {
        const answer = await previous(method, payload, signal);
        if (answer.ok) {
          if (sendsMessage(method)) countDelivered();
          return answer;
        }
        const seconds = answer.parameters?.retry_after;
        if (seconds !== undefined) {
          if (Date.now() - started + seconds * 1_000 > policy.told) return answer;
          failingSince = undefined;
          if (inTurn) close(chat, seconds);
          else await waitAsTold(seconds * 1_000);
          continue;
        }
        if (answer.error_code < 500 || failing() > policy.refused) return answer;
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted) throw error;
        if (isUnreached(error)) {
          if (failing() > policy.unreached) throw error;
        } else {
          repeats += 1;
          if (repeats > policy.repeats || failing() > policy.unknown) throw error;
        }
      }
      await room.wait(pauseBefore(tries));
    }
  };

  return {
    transformer,
    get waiting() {
      return waiting;
    },
    leave: (deadline) => room.closeAt(deadline),
  };
}
