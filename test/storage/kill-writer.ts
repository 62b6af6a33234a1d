import { setTimeout as sleep } from 'node:timers/promises';
import { openStores } from '../../src/storage/open-stores.ts';
import type { TestDatabase } from './databases.ts';
import { spawnChild } from './run-child.ts';

/** What is there after the writer was killed. */
export interface Killed {
  /** Writes that the killed process had been told are done. */
  readonly confirmed: number;
  readonly found: number;
}

/** Kills a process that writes 1,000 records once it has confirmed `after` of them, and counts what is there. */
export async function killWriter({ url }: TestDatabase, after: number): Promise<Killed> {
  const writer = spawnChild('write', url, '');
  while (writer.lines() < after) await sleep(1);
  writer.kill();
  const { output } = await writer.ended;
  const confirmed = output.split('\n').length - 1;
  const stores = await openStores(url);
  try {
    const counted = await stores.counters.read('write ', '2026-11-22', '2026-11-22');
    const { questions } = await stores.unanswered.counts();
    return { confirmed, found: counted.length + questions };
  } finally {
    await stores.close();
  }
}
