import { keepNewest } from '../domain/keep-newest.ts';
import { type Conversation, FRESH, MEMORY_MS, SUPPORT_MS } from './conversation.ts';

/** So many conversations at most: about 400 bytes each. The one that was silent longest goes first. */
const MOST = 20_000;

/** The memory of all conversations: in this process only, never written anywhere. */
export class Conversations {
  readonly #byKey = new Map<string, Conversation>();

  /** The conversation of a key as it stands now: what is older than its time is forgotten. */
  get(key: string | undefined, now: number): Conversation {
    const kept = key === undefined ? undefined : this.#byKey.get(key);
    if (!kept || now - kept.at >= SUPPORT_MS || now < kept.at) return FRESH;
    return now - kept.at < MEMORY_MS ? kept : { ...FRESH, safety: kept.safety, own: kept.own, at: kept.at };
  }

  set(key: string | undefined, conversation: Conversation): void {
    if (key === undefined) return;
    this.#byKey.delete(key);
    this.#byKey.set(key, conversation);
    keepNewest(this.#byKey, MOST);
  }

  /** Forgets one person's conversation at once. */
  forget(key: string): void {
    this.#byKey.delete(key);
  }
}
