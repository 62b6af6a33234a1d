import type { Bot } from 'grammy';
import type { Logger } from 'pino';
import type { Assistant } from '../../answering/assistant.ts';
import type { BotContext } from '../context.ts';
import { describeError } from '../describe-error.ts';
import { refreshMenus } from '../features/group-menu.ts';
import type { GroupStores } from '../groups/group-memory.ts';
import { publishProfile } from '../publish-profile.ts';

/**
 * What is done once before updates are taken: commands and texts of the profile, and menus in groups that show old
 * content. What fails is logged; the bot answers all the same.
 */
export async function prepare(
  bot: Bot<BotContext>,
  assistant: Assistant,
  logger: Logger,
  stores: GroupStores | undefined,
): Promise<void> {
  await publishProfile(bot.api, assistant).catch((error: unknown) => {
    logger.warn({ error: describeError(error) }, 'The commands and profile texts could not be set.');
  });
  if (!stores) return;
  const look = { botName: bot.botInfo.username, logger };
  await refreshMenus(bot.api, assistant, stores, look).catch((error: unknown) => {
    logger.warn({ error: describeError(error) }, 'The menus in groups could not be looked through.');
  });
}
