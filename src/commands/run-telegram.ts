import { type Logger, pino } from 'pino';
import type { App } from '../app.ts';
import type { PollingConfig } from '../config/config.ts';
import type { Stores } from '../domain/stores.ts';
import { openStores } from '../storage/open-stores.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { createBot } from '../telegram/create-bot.ts';
import { startPolling } from '../telegram/start-polling.ts';
import { StartRefused } from '../telegram/start-refused.ts';
import type { ExitStatus } from './exit-status.ts';

/** Runs the bot until a signal stops it: what is being answered is finished first, a second signal leaves at once. */
export async function runTelegram({ assistant }: App, config: PollingConfig): Promise<ExitStatus> {
  const logger = pino({ level: config.logLevel });
  const leaving = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    if (leaving.signal.aborted) process.exit(1);
    logger.info({ signal }, 'Stopping.');
    leaving.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const stores = await openOrDoWithout(config, logger);
  const bot = createBot(assistant, {
    token: config.token.reveal(),
    ...(stores ? { stores } : {}),
    ...(config.apiRoot === undefined ? {} : { apiRoot: config.apiRoot }),
    logger,
  });
  try {
    const polling = await startPolling(bot, assistant, { logger, signal: leaving.signal }, stores);
    const stop = (): void => void polling.stop();
    if (leaving.signal.aborted) stop();
    else leaving.signal.addEventListener('abort', stop, { once: true });
    await polling.done;
    return 0;
  } catch (error) {
    if (leaving.signal.aborted) return 0;
    if (!(error instanceof StartRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  } finally {
    // Last of all: what is being answered may still be noted.
    await stores?.close();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

/**
 * What is remembered of groups. Where it cannot be opened people are answered all the same, and the settings of groups
 * last until the program ends.
 */
async function openOrDoWithout(config: PollingConfig, logger: Logger): Promise<Stores | undefined> {
  try {
    return await openStores(config.databaseUrl.reveal(), {
      secret: config.token.reveal(),
      onLost: () => logger.warn('The connection to the store was lost.'),
    });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    logger.warn(
      `${error.message} The bot answers without it; settings of groups are forgotten when it stops.`,
    );
    return undefined;
  }
}
