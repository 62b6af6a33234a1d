import type { Change, RoomId, WireMessage } from './wire.ts';

type News = Change extends infer C ? (C extends { seq: number } ? Omit<C, 'seq'> : never) : never;

/** So many changes a page session may see: what it holds stays bounded. */
export const MOST_CHANGES = 3_000;

/** What has happened on a page, in order: for those who follow it, and for those who come late. */
export class Timeline {
  readonly #changes: Change[] = [];
  readonly #shown = new Map<string, WireMessage>();
  readonly #followers = new Set<(change: Change) => void>();

  get full(): boolean {
    return this.#changes.length >= MOST_CHANGES;
  }

  add(news: News): void {
    const change = { seq: this.#changes.length + 1, ...news } as Change;
    if (change.kind === 'put')
      this.#shown.set(`${change.message.room}/${change.message.key}`, change.message);
    if (change.kind === 'delete') this.#shown.delete(`${change.room}/${change.key}`);
    this.#changes.push(change);
    for (const follower of this.#followers) follower(change);
  }

  /** A message that is still shown. */
  find(room: RoomId, key: string): WireMessage | undefined {
    return this.#shown.get(`${room}/${key}`);
  }

  since(seq: number): readonly Change[] {
    return this.#changes.slice(seq);
  }

  /** Tells of each change from now on, until the function that it gives is called. */
  follow(follower: (change: Change) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}
