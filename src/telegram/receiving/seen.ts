import { keepNewest } from '../../domain/keep-newest.ts';

const DAY_MS = 24 * 3_600_000;
const MOST = 100_000;

/** Ids of updates that this process has taken, for 24 hours: Telegram hands out nothing that is older. */
export class Seen {
  readonly #ids = new Map<number, number>();

  has(id: number): boolean {
    const at = this.#ids.get(id);
    return at !== undefined && Date.now() - at < DAY_MS;
  }

  add(id: number): void {
    this.#ids.delete(id);
    this.#ids.set(id, Date.now());
    keepNewest(this.#ids, MOST);
  }
}
