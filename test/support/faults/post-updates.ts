import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';

/** Posts updates as Telegram does: in order within a chat, chats beside each other, again and again until they are taken. */
export interface Poster {
  push(update: Update, chat: number): void;
  /** Requests that were made again because they failed, and updates that were posted twice on purpose. */
  readonly repeated: number;
  readonly duplicates: number;
  close(): void;
}

const MOST_AT_ONCE = 40;
const AGAIN_AFTER_MS = 100;

/**
 * @param addresses where replicas listen now; each request goes to another, as behind a load balancer
 * @param duplicate says of each update whether it is posted twice, to two replicas at the same time
 */
export function createPoster(
  addresses: () => readonly string[],
  secret: string,
  duplicate: () => boolean,
): Poster {
  const waiting = new Map<number, Update[]>();
  const posting = new Set<number>();
  let turn = 0;
  let closed = false;
  let repeated = 0;
  let duplicates = 0;

  const post = async (update: Update): Promise<boolean> => {
    const all = addresses();
    turn += 1;
    const url = all[turn % Math.max(1, all.length)];
    if (url === undefined) return false;
    try {
      const { status } = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(60_000),
      });
      return status === 200;
    } catch {
      return false;
    }
  };

  const deliver = async (chat: number): Promise<void> => {
    const queue = waiting.get(chat) ?? [];
    for (let update = queue[0]; update && !closed; update = queue[0]) {
      const twice = duplicate();
      if (twice) duplicates += 1;
      const [first, second] = await Promise.all([post(update), twice ? post(update) : true]);
      if (first && second) queue.shift();
      else {
        repeated += 1;
        await sleep(AGAIN_AFTER_MS);
      }
    }
    posting.delete(chat);
    waiting.delete(chat);
    begin();
  };

  const begin = (): void => {
    for (const chat of waiting.keys()) {
      if (closed || posting.size >= MOST_AT_ONCE) return;
      if (posting.has(chat)) continue;
      posting.add(chat);
      void deliver(chat);
    }
  };

  return {
    push(update, chat) {
      const queue = waiting.get(chat);
      if (queue) queue.push(update);
      else waiting.set(chat, [update]);
      begin();
    },
    get repeated() {
      return repeated;
    },
    get duplicates() {
      return duplicates;
    },
    close() {
      closed = true;
    },
  };
}
