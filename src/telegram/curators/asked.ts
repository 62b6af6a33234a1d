import type { UnansweredKind } from '../../domain/curation-stores.ts';
import type { AnswerId } from '../../domain/ids.ts';

/** A question that may still be told to curators, or answered otherwise. In memory only. */
export interface Asked {
  /** After `scrubText`. */
  readonly text: string;
  readonly likeness: string;
  /** Why it is open; `answered`: it is not, unless its asker says so. */
  readonly kind: UnansweredKind | 'answered';
  /** The person, or the channel that a person writes as. */
  readonly askerId: number;
  /** Answers that may be meant, the best first. */
  readonly candidates: readonly AnswerId[];
  /** The answer that was given, or offered first. */
  readonly given: AnswerId | undefined;
}

/** As long as a conversation is remembered. */
const KEEP_MS = 30 * 60_000;
/** So many at most, about 500 bytes each; the oldest go first. */
const MOST = 5_000;

/** Questions by the message that replies to them, and what was last offered in each private chat. */
export class AskedMemory {
  readonly #byKey = new Map<string, { readonly asked: Asked; readonly until: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param offered whether the message offers its candidates to choose from */
  put(chatId: number, messageId: number, asked: Asked, offered: boolean): void {
    this.#set(`${chatId}:${messageId}`, asked);
    if (offered) this.#set(`${chatId}`, asked);
  }

  get(chatId: number, messageId: number): Asked | undefined {
    return this.#get(`${chatId}:${messageId}`);
  }

  /** What was last offered in a chat, when this answer was among it: someone chooses. Given once. */
  choose(chatId: number, id: AnswerId): Asked | undefined {
    const asked = this.#get(`${chatId}`);
    if (!asked?.candidates.includes(id)) return undefined;
    this.#byKey.delete(`${chatId}`);
    return asked;
  }

  forget(chatId: number): void {
    for (const key of this.#byKey.keys())
      if (key === `${chatId}` || key.startsWith(`${chatId}:`)) this.#byKey.delete(key);
  }

  #get(key: string): Asked | undefined {
    const kept = this.#byKey.get(key);
    return kept && this.#now() < kept.until ? kept.asked : undefined;
  }

  #set(key: string, asked: Asked): void {
    this.#byKey.delete(key);
    this.#byKey.set(key, { asked, until: this.#now() + KEEP_MS });
    for (const [oldest, { until }] of this.#byKey) {
      if (this.#byKey.size <= MOST && this.#now() < until) break;
      this.#byKey.delete(oldest);
    }
  }
}
