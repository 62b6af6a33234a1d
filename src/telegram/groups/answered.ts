import type { AnswerId } from '../../domain/ids.ts';
import { keepNewest } from '../../domain/keep-newest.ts';

const MOST = 5_000;

/** Which message got which answers: a question is answered once, whoever points to it. In memory only. */
export class Answered {
  readonly #ids = new Map<string, Map<AnswerId, number>>();

  has(chatId: number, question: number, id: AnswerId): boolean {
    return this.#ids.get(`${chatId}:${question}`)?.has(id) === true;
  }

  add(chatId: number, question: number, id: AnswerId, answer: number): void {
    const key = `${chatId}:${question}`;
    const ids = this.#ids.get(key) ?? new Map<AnswerId, number>();
    ids.set(id, answer);
    this.#ids.set(key, ids);
    keepNewest(this.#ids, MOST);
  }

  /** The answer was removed, so the question may be answered again. */
  forget(chatId: number, answer: number): void {
    for (const [key, ids] of this.#ids) {
      if (!key.startsWith(`${chatId}:`)) continue;
      for (const [id, message] of ids) if (message === answer) ids.delete(id);
    }
  }
}
