import type { Logger } from 'pino';
import type { AnswerId } from '../../domain/ids.ts';
import { DEFAULT_SETTINGS, type GroupSettings, type PostedCopy, type Stores } from '../../domain/stores.ts';
import { describeError } from '../describe-error.ts';

/** The stores that groups need. */
export type GroupStores = Pick<Stores, 'groups' | 'posted'>;

/**
 * What is remembered of groups. People are answered whether or not the store can be reached: a failure is logged, and
 * the defaults hold. Only a change of a setting fails aloud, because someone waits to see it.
 */
export class GroupMemory {
  readonly #stores: GroupStores;
  readonly #logger: Logger;

  constructor(stores: GroupStores, logger: Logger) {
    this.#stores = stores;
    this.#logger = logger;
  }

  settings(chatId: number): Promise<GroupSettings> {
    return this.#try('settings', DEFAULT_SETTINGS, ({ groups }) => groups.settingsOf(chatId));
  }

  change(chatId: number, change: Partial<GroupSettings>): Promise<GroupSettings> {
    return this.#stores.groups.change(chatId, change);
  }

  async migrate(from: number, to: number): Promise<void> {
    await this.#try('migrate settings', undefined, ({ groups }) => groups.migrate(from, to));
    await this.#try('migrate copies', undefined, ({ posted }) => posted.migrate(from, to));
  }

  newest(chatId: number, threadId: number | undefined, id: AnswerId, since: number) {
    return this.#try('find a copy', undefined, ({ posted }) => posted.newest(chatId, threadId, id, since));
  }

  inMessage(chatId: number, messageId: number): Promise<readonly PostedCopy[]> {
    return this.#try('find copies', [], ({ posted }) => posted.inMessage(chatId, messageId));
  }

  posted(copy: PostedCopy): Promise<void> {
    return this.#try('note a copy', undefined, ({ posted }) => posted.add(copy));
  }

  removed(chatId: number, messageId: number): Promise<void> {
    return this.#try('forget a copy', undefined, ({ posted }) => posted.remove(chatId, messageId));
  }

  async #try<T>(what: string, otherwise: T, ask: (stores: GroupStores) => Promise<T>): Promise<T> {
    try {
      return await ask(this.#stores);
    } catch (error) {
      this.#logger.error({ what, error: describeError(error) }, 'The store failed; answers go on.');
      return otherwise;
    }
  }
}
