import type { Chat } from 'grammy/types';
import type { UnansweredGroup } from '../../../src/domain/curation-stores.ts';
import type { Stores } from '../../../src/domain/stores.ts';
import { BOT } from '../../../src/stand-in/answers.ts';
import { openStores } from '../../../src/storage/open-stores.ts';
import { type CuratorChat, createCuratorChat } from '../../../src/telegram/curators/curator-chat.ts';
import { createKeeper, type Keeper } from '../../../src/telegram/curators/keeper.ts';
import { createFile } from '../../storage/databases.ts';
import { createLogger, createSetting, type Setting } from './in-process.ts';
import { quickAssistant } from './quick-assistant.ts';

/** A bot on a real store, with all that curators learn from. */
export interface Loop extends Setting {
  readonly stores: Stores;
  readonly keeper: Keeper;
  readonly chat: CuratorChat | undefined;
  readonly url: string;
  readonly log: string[];
  /** Waits for what is being recorded; gives the groups that curators may see. */
  open(): Promise<readonly UnansweredGroup[]>;
  /** Sums of counters whose name begins so, over all days. */
  counted(prefix: string): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

/** @param now milliseconds since 1970 */
export async function createLoop(
  options: {
    readonly assistant?: Parameters<typeof createSetting>[0];
    readonly now?: () => number;
    /** The curators' chat. */
    readonly curators?: Chat;
    /** A store that another bot has open as well. */
    readonly url?: string;
  } = {},
): Promise<Loop> {
  const { assistant = quickAssistant(), now = Date.now, curators } = options;
  const { url, drop } =
    options.url === undefined ? await createFile() : { url: options.url, drop: async () => {} };
  const stores = await openStores(url, { secret: 'token', now });
  const log: string[] = [];
  const keeper = createKeeper({ stores, logger: createLogger(log), now });
  const chat =
    curators &&
    createCuratorChat({
      api: () => setting.bot.api,
      logger: createLogger(log),
      chatId: curators.id,
      botName: () => BOT.username,
      pause: async () => {},
    });
  const setting: Setting = createSetting(assistant, {
    stores,
    keeper,
    ...(chat ? { curators: { stores, chat } } : {}),
  });
  if (curators) setting.api.chats.set(curators.id, curators);
  return {
    ...setting,
    stores,
    keeper,
    chat,
    url,
    log,
    open: async () => {
      await keeper.settled();
      return (await stores.unanswered.open({ limit: 100 })).items;
    },
    counted: async (prefix) => {
      await keeper.settled();
      const counts = await stores.counters.read(prefix, '2000-01-01', '2100-01-01');
      return Object.fromEntries(counts.map(({ name, n }) => [name, n]));
    },
    close: async () => {
      await keeper.settled();
      await stores.close();
      await drop();
    },
  };
}
