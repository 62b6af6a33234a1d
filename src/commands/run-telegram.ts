import type { Bot } from 'grammy';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { TelegramConfig } from '../config/config.ts';
import { secretsOf } from '../config/secrets-of.ts';
import type { Stores } from '../domain/stores.ts';
import { createLogger } from '../operations/create-logger.ts';
import { createWatch } from '../operations/create-watch.ts';
import { spareMemory } from '../operations/spare-memory.ts';
import { openLate } from '../storage/open-late.ts';
import type { BotContext } from '../telegram/context.ts';
import { createBot } from '../telegram/create-bot.ts';
import { type CuratorChat, createCuratorChat } from '../telegram/curators/curator-chat.ts';
import { createKeeper, type Keeper } from '../telegram/curators/keeper.ts';
import { describeError } from '../telegram/describe-error.ts';
import { createMemoryStores } from '../telegram/memory-stores.ts';
import type { Receiving } from '../telegram/receiving/receiving.ts';
import { createOutgoing, MESSAGES_A_SECOND } from '../telegram/sending/outgoing.ts';
import { startPolling } from '../telegram/start-polling.ts';
import { StartRefused } from '../telegram/start-refused.ts';
import { startWebhook } from '../telegram/start-webhook.ts';
import type { ExitStatus } from './exit-status.ts';
import { followSignals } from './follow-signals.ts';
import type { News } from './news.ts';
import { type HttpServer, serveHttp } from './serve-http.ts';
import { startChores } from './start-chores.ts';

/** What keeps the process when everything is closed, such as a request that hangs, is given up after so long. */
const LINGER_MS = 500;

/**
 * Runs the bot until a signal stops it: it takes no more updates, finishes what it is answering (at most 10 seconds) and
 * closes the store last; a second signal leaves at once. After an error that nothing caught it stops the same way, with
 * status 1.
 *
 * @param news what curators are told beside open questions
 */
export async function runTelegram(app: App, config: TelegramConfig, news?: News): Promise<ExitStatus> {
  spareMemory();
  const { assistant } = app;
  const logger = createLogger(config.logLevel, secretsOf(config));
  const watch = createWatch(app, config, logger);
  const leaving = followSignals(logger);
  let server: HttpServer | undefined;
  let stores: Stores | undefined;
  let keeper: Keeper | undefined;
  let chores: ReturnType<typeof startChores> | undefined;
  try {
    server = await listenIfAsked(config, logger, watch.routes);
    const store = watch.stores(await openStore(config, logger));
    stores = store;
    keeper = createKeeper({ stores: store, logger });
    const outgoing = createOutgoing({ perSecond: MESSAGES_A_SECOND });
    const chat = openCuratorChat(config, logger, leaving.signal, () => bot);
    const bot: Bot<BotContext> = createBot(assistant, {
      token: config.token.reveal(),
      ...(config.apiRoot === undefined ? {} : { apiRoot: config.apiRoot }),
      stores: store,
      keeper,
      ...(chat ? { curators: { stores: store, chat } } : {}),
      outgoing,
      logger,
      ...watch.bot,
    });
    const patience = { logger, signal: leaving.signal };
    const parts = { stores: store, outgoing };
    let receiving: Receiving;
    if (config.mode === 'webhook') {
      const http = server as HttpServer;
      const serve = async (app: Parameters<HttpServer['mount']>[0]) => {
        http.mount(app);
        return http;
      };
      const [url, secret] = [config.webhookUrl, config.webhookSecret.reveal()];
      receiving = await startWebhook(bot, assistant, patience, { ...parts, url, secret, serve });
    } else {
      receiving = await startPolling(bot, assistant, patience, parts);
    }
    watch.receiving(receiving);
    const stop = (): void => void receiving.stop();
    if (leaving.signal.aborted) stop();
    else leaving.signal.addEventListener('abort', stop, { once: true });
    // What goes wrong before that is told by `done` as well.
    receiving.answering.then(
      () => {
        if (!leaving.signal.aborted)
          chores = startChores({ bot, assistant, stores: store, chat, logger, news });
      },
      () => undefined,
    );
    await receiving.done;
  } catch (error) {
    if (!leaving.signal.aborted) {
      if (!(error instanceof StartRefused)) {
        // Not thrown on: what Node prints of it could hold a message text or the token.
        logger.fatal({ error: describeError(error) }, 'The bot cannot go on.');
        return 1;
      }
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
  } finally {
    await server?.close();
    // Last of all: what is being answered may still be noted.
    await chores?.stop();
    await keeper?.settled();
    await stores?.close();
    leaving.ignore();
    setTimeout(() => process.exit(), LINGER_MS).unref();
  }
  return leaving.failed ? 1 : 0;
}

async function listenIfAsked(
  config: TelegramConfig,
  logger: Logger,
  routes: Hono,
): Promise<HttpServer | undefined> {
  const { host, port, mode } = config;
  if (port === undefined) return undefined;
  return serveHttp({ host, port, logger, routes, otherwise: mode === 'webhook' ? 503 : 404 });
}

/** Where the store cannot be opened people are answered all the same, and it is tried again. */
function openStore(config: TelegramConfig, logger: Logger): Promise<Stores> {
  return openLate(config.databaseUrl.reveal(), {
    secret: config.token.reveal(),
    onLost: () => logger.warn('The connection to the store was lost.'),
    meanwhile: createMemoryStores(),
    onUnavailable: ({ message }) =>
      logger.warn(
        `${message} The bot answers without it and tries again; settings of groups are kept in memory.`,
      ),
    onOpened: () => logger.info('The store is open now.'),
  });
}

/** The chat of `CURATOR_CHAT_ID`; undefined where nobody is to be told. */
function openCuratorChat(
  { curatorChatId: chatId }: TelegramConfig,
  logger: Logger,
  signal: AbortSignal,
  bot: () => Bot<BotContext>,
): CuratorChat | undefined {
  if (chatId === undefined) return undefined;
  return createCuratorChat({
    chatId,
    logger,
    signal,
    api: () => bot().api,
    botName: () => bot().botInfo.username,
  });
}
