import { setTimeout as sleep } from 'node:timers/promises';
import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner';
import type { Api, Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Assistant } from '../answering/assistant.ts';
import type { BotContext } from './context.ts';
import { describeError } from './describe-error.ts';
import { refreshMenus } from './features/group-menu.ts';
import type { GroupStores } from './groups/group-memory.ts';
import { keepTrying, type Patience } from './keep-trying.ts';
import { publishProfile } from './publish-profile.ts';

/** The updates that the features handle. Always named: Telegram else goes on with the list it was given last. */
export const UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'guest_message',
  'my_chat_member',
] as const;

/** Seconds that Telegram holds a request for updates open. */
const LONG_POLL = 30;
/** Milliseconds that a stop waits for answers that are being sent. */
const STOP_WITHIN = 10_000;
const LOOK_EVERY = 20;
const CONFIRM_WITHIN = 2_000;

export interface Polling {
  /** Resolves when the bot has stopped; rejects with `StartRefused`, or with an error that nothing else has caught. */
  readonly done: Promise<void>;
  /** Takes no more updates, and waits until those taken are answered: at most 10 seconds. */
  stop(): Promise<void>;
}

/**
 * Connects to Telegram and answers what comes in until it is stopped. While Telegram cannot be reached it keeps trying,
 * and says so in the log. With stores, menus in groups that show old content are edited first. Rejects with `StartRefused` when the token is wrong, and when the signal stops the start.
 */
export async function startPolling(
  bot: Bot<BotContext>,
  assistant: Assistant,
  patience: Patience,
  stores?: GroupStores,
): Promise<Polling> {
  const { logger } = patience;
  bot.botInfo = await keepTrying(() => bot.api.getMe(), patience);
  // With a webhook set, Telegram refuses every request for updates.
  await keepTrying(() => bot.api.deleteWebhook(), patience);
  await publishProfile(bot.api, assistant).catch((error: unknown) => {
    logger.warn({ error: describeError(error) }, 'The commands and profile texts could not be set.');
  });
  if (stores) {
    const look = { botName: bot.botInfo.username, logger };
    await refreshMenus(bot.api, assistant, stores, look).catch((error: unknown) => {
      logger.warn({ error: describeError(error) }, 'The menus in groups could not be looked through.');
    });
  }
  const { username, can_read_all_group_messages: readsGroups } = bot.botInfo;
  logger.info({ username, readsGroups }, 'The bot is answering.');
  return poll(bot, patience);
}

function poll(bot: Bot<BotContext>, patience: Patience): Polling {
  const { logger } = patience;
  const leaving = new AbortController();
  const { signal } = leaving;
  let offset = 0;
  const supply = async (room: number): Promise<Update[]> => {
    const limit = Math.max(1, Math.min(room, 100));
    const ask = { offset, limit, timeout: LONG_POLL, allowed_updates: UPDATES };
    const updates = await keepTrying(() => bot.api.getUpdates(ask, forApi(signal)), { ...patience, signal });
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    return updates;
  };
  const sink = createConcurrentSink<Update, unknown>(
    { consume: (update) => bot.handleUpdate(update) },
    async (error) => logger.error({ error: describeError(error) }, 'The error boundary failed.'),
  );
  const runner = createRunner(createSource({ supply }), sink);
  runner.start();

  const finish = async (): Promise<void> => {
    leaving.abort();
    await runner.stop();
    const deadline = Date.now() + STOP_WITHIN;
    while (runner.size() > 0 && Date.now() < deadline) await sleep(LOOK_EVERY);
    if (runner.size() > 0) {
      logger.warn({ unanswered: runner.size() }, 'Stopped before everything was answered.');
    } else if (offset > 0) {
      // Else Telegram would hand out the last updates again at the next start.
      const soon = AbortSignal.timeout(CONFIRM_WITHIN);
      await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, forApi(soon)).catch((error: unknown) => {
        logger.warn({ error: describeError(error) }, 'The last updates may come again.');
      });
    }
  };
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= finish();
    return stopping;
  };
  const running = runner.task() ?? Promise.resolve();
  return { done: running.then(() => stopping), stop };
}

/** grammY's types name the signal of a polyfill; Node's own does the same. */
function forApi(signal: AbortSignal): NonNullable<Parameters<Api['getUpdates']>[1]> {
  return signal as never;
}
