import { randomBytes } from 'node:crypto';
import type { Stores } from '../domain/stores.ts';
import { Backup } from './backup.ts';
import { Counters } from './counters.ts';
import { explainOpeningFailure } from './explain-opening-failure.ts';
import { Feedback } from './feedback.ts';
import { Groups } from './groups.ts';
import { Inbox } from './inbox.ts';
import { Keys } from './keys.ts';
import { Leases } from './leases.ts';
import { migrate } from './migrate.ts';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';
import { Posted } from './posted.ts';
import { Proposals } from './proposals.ts';
import { createSeal } from './seal.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import type { Database } from './tables.ts';
import { checkStore, tidyStores } from './tidy.ts';
import { Unanswered } from './unanswered.ts';

export interface StoreOptions {
  /**
   * What updates on their way are sealed with: the token of the bot. Without it they are sealed with a secret of this
   * process and no other process can read them, which will do for commands that handle no updates.
   */
  readonly secret?: string;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
  /** Hears of connections that broke while nobody used them. A failed call rejects all the same. */
  readonly onLost?: (error: Error) => void;
}

/**
 * Opens the store that a `DATABASE_URL` names, `file:…` or `postgres://…`, and brings its tables up to date. A file is
 * created with its folder. Throws {@link StoreUnavailable}.
 */
export async function openStores(url: string, options: StoreOptions = {}): Promise<Stores> {
  const { secret = randomBytes(32).toString('hex'), now = Date.now, onLost = () => undefined } = options;
  const kind = kindOf(url);
  try {
    const db = kind === 'embedded' ? await openEmbedded(url) : openPostgres(url, onLost);
    const database: Database = { kind, db, now };
    try {
      await migrate(database);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return createStores(database, secret);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    throw new StoreUnavailable(explainOpeningFailure(url, error), { cause: error });
  }
}

function kindOf(url: string): Database['kind'] {
  if (/^file:/i.test(url)) return 'embedded';
  if (/^postgres(ql)?:/i.test(url)) return 'postgres';
  throw new StoreUnavailable('DATABASE_URL must begin with file: or postgres://.');
}

function createStores(database: Database, secret: string): Stores {
  const proposals = new Proposals(database);
  const stores = {
    groups: new Groups(database),
    posted: new Posted(database),
    unanswered: new Unanswered(database),
    feedback: new Feedback(database),
    proposals,
    backup: new Backup(database),
    inbox: new Inbox(database, createSeal(secret)),
    counters: new Counters(database),
    keys: new Keys(database),
    leases: new Leases(database),
  };
  return {
    ...stores,
    tidy: () => tidyStores(database, stores),
    check: () => checkStore(database),
    close: () => database.db.destroy(),
  };
}
