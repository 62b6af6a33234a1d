import type { AnswerId, SafetyClass } from '../domain/ids.ts';
import { keepNewest } from '../domain/keep-newest.ts';
import type { Reply } from '../domain/reply.ts';
import type { Sent } from './deliver.ts';

/** What stands in a message of the bot. */
export interface Saying {
  readonly answers: readonly AnswerId[];
  readonly safety: SafetyClass | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const KEEP_MS = 60 * 60_000;
/** So many at most, about 150 bytes each; the oldest go first. */
const MOST = 10_000;

/**
 * What the bot said where, for an hour: ids, not a word. For replies to its messages; answers that stand longer are in
 * the store of copies, everything else is known here only.
 */
export class Said {
  readonly #byKey = new Map<string, Saying>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param answers what it is about, where that is not what it holds: a line that points to an answer */
  note(at: Sent, { answers: held, safety }: Reply, answers: readonly AnswerId[] = held): void {
    const key = 'messageId' in at ? keyOf(at.chatId, at.messageId) : keyOf(at.chatId, at.whisperId, 'w');
    this.#byKey.delete(key);
    this.#byKey.set(key, { answers, safety, at: this.#now() });
    keepNewest(this.#byKey, MOST);
  }

  /** Forgets all messages of a chat. */
  forget(chatId: number): void {
    for (const key of this.#byKey.keys()) if (key.startsWith(`${chatId}:`)) this.#byKey.delete(key);
  }

  /** @param kind `w`: the number is that of a whisper */
  find(chatId: number, number: number, kind: 'm' | 'w' = 'm'): Saying | undefined {
    const saying = this.#byKey.get(keyOf(chatId, number, kind));
    // Also when the clock was set back: what is too old must not come back.
    return saying && Math.abs(this.#now() - saying.at) < KEEP_MS ? saying : undefined;
  }
}

function keyOf(chatId: number, number: number, kind = 'm'): string {
  return `${chatId}:${kind}${number}`;
}
