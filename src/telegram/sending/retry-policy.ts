import type { HttpError } from 'grammy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How long a kind of call is worth being tried, in milliseconds since its first try or failure. */
export interface RetryPolicy {
  /** While Telegram asks for pauses (429). */
  readonly told: number;
  /** While Telegram answers with 5xx: it did nothing. */
  readonly refused: number;
  /** While Telegram cannot be reached: the call has surely not arrived. */
  readonly unreached: number;
  /** After a connection that broke when the call may have arrived. */
  readonly unknown: number;
  /** How often a call is made again that may have arrived. */
  readonly repeats: number;
  /** Whether it waits while the chat is told to wait. */
  readonly inTurn: boolean;
}

/** Carries an answer: worth waiting for, and each repeat may be a second copy. */
const MESSAGE: RetryPolicy = {
  told: 60 * MINUTE,
  refused: 2 * MINUTE,
  unreached: 60 * MINUTE,
  unknown: 2 * MINUTE,
  repeats: 1,
  inTurn: true,
};

/** Doing it twice does no harm. */
const CHANGE: RetryPolicy = { ...MESSAGE, refused: 30 * SECOND, unknown: 30 * SECOND, repeats: 5 };

/** Telegram waits some seconds for it; later it is refused. */
const PROMPT: RetryPolicy = {
  told: 10 * SECOND,
  refused: 10 * SECOND,
  unreached: 10 * SECOND,
  unknown: 10 * SECOND,
  repeats: 5,
  inTurn: false,
};

/** Their callers wait by their own rules: see `keepTrying`. */
const OWN_RULES: ReadonlySet<string> = new Set(['setWebhook', 'deleteWebhook']);

/** Whether a call puts a new message before people. */
export function sendsMessage(method: string): boolean {
  return method.startsWith('send') || method === 'answerGuestQuery';
}

/**
 * How a method of the Bot API is tried again; undefined: not here. Questions to Telegram on the way to an answer are
 * asked once: the answer goes out without them, and at once.
 */
export function policyOf(method: string): RetryPolicy | undefined {
  if (OWN_RULES.has(method) || method.startsWith('get')) return undefined;
  if (method.startsWith('send')) return MESSAGE;
  if (method.startsWith('answer')) return PROMPT;
  return CHANGE;
}

/** Codes of failures before a byte of the call was sent. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a failed call has surely not reached Telegram. */
export function isUnreached(error: HttpError): boolean {
  const cause: unknown = error.error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  return NEVER_SENT.has(String(cause.code));
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15 * SECOND;

/** Milliseconds before a further try: half a second, then twice as long each time, at most 15 seconds. */
export function pauseBefore(tries: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1));
}
