import { readConfig } from '../config/read-config.ts';
import type { Stores } from '../domain/stores.ts';
import { openStores } from '../storage/open-stores.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';

/** Where everything is kept when `DATABASE_URL` does not say. */
const DEFAULT_URL = 'file:./data/bot.db';

/**
 * Opens the store for a command that handles no updates, lets it work and closes the store. Undefined when the
 * environment is wrong or the store cannot be opened; the reason is on standard error.
 */
export async function withStores<Result>(
  work: (stores: Stores) => Promise<Result>,
): Promise<Result | undefined> {
  const read = readConfig(process.env);
  const stores = read.ok ? await open(process.env['DATABASE_URL']?.trim() || DEFAULT_URL) : read.mistakes;
  if (isMistakes(stores)) {
    process.stderr.write(`${stores.join('\n')}\n`);
    return undefined;
  }
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

async function open(url: string): Promise<Stores | readonly string[]> {
  try {
    return await openStores(url);
  } catch (error) {
    if (error instanceof StoreUnavailable) return [error.message];
    throw error;
  }
}

function isMistakes(value: Stores | readonly string[]): value is readonly string[] {
  return Array.isArray(value);
}
