import { type Bot, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Hono } from 'hono';
import type { Assistant } from '../answering/assistant.ts';
import type { BotContext } from './context.ts';
import { describeError } from './describe-error.ts';
import { keepTrying, type Patience } from './keep-trying.ts';
import { prepare } from './receiving/prepare.ts';
import { createReceiver } from './receiving/receiver.ts';
import type { Receiving, ReceivingParts, ReceivingStatus } from './receiving/receiving.ts';
import { takeTurn } from './receiving/take-turn.ts';
import { STOP_WITHIN_MS, UPDATES } from './receiving/updates.ts';
import { createWebhookApp } from './receiving/webhook-app.ts';
import { createOutgoing } from './sending/outgoing.ts';
import { StartRefused } from './start-refused.ts';

/** Requests that Telegram makes at a time; its default. */
const CONNECTIONS = 40;
/**
 * Milliseconds that a request is kept open while the store fails: until the update is handled, so that Telegram sends it
 * again if the process dies meanwhile. Telegram waits for 60 seconds.
 */
const ANSWER_WITHIN = 25_000;
/** Under this name all replicas get updates together. */
const ALL_REPLICAS = 'webhook';

export interface WebhookParts extends ReceivingParts {
  readonly url: URL;
  readonly secret: string;
  /** Begins to serve the app; called once, before Telegram is told the address. */
  readonly serve: (app: Hono) => Promise<{ close(): Promise<void> }>;
}

/**
 * Tells Telegram where to post updates, and answers what comes in until it is stopped. The webhook stays set when it
 * stops: other replicas go on, and Telegram keeps what comes in between. Rejects with `StartRefused` when the token or
 * the address is refused, and when the signal stops the start.
 */
export async function startWebhook(
  bot: Bot<BotContext>,
  assistant: Assistant,
  patience: Patience,
  parts: WebhookParts,
): Promise<Receiving> {
  const { logger } = patience;
  const { stores, url, secret, serve, outgoing = createOutgoing() } = parts;
  let state: ReceivingStatus['state'] = 'starting';
  let heardAt = 0;
  const leaving = new AbortController();
  const signal = patience.signal ? AbortSignal.any([leaving.signal, patience.signal]) : leaving.signal;
  bot.botInfo = await keepTrying(() => bot.api.getMe(), patience);
  const receiver = createReceiver({
    handle: (update) => bot.handleUpdate(update),
    outgoing,
    inbox: stores?.inbox,
    logger,
  });
  const take = async (update: Update): Promise<void> => {
    heardAt = Date.now();
    await receiver.take([update], ANSWER_WITHIN);
  };
  const app = createWebhookApp({
    path: url.pathname,
    secret,
    isOpen: () => state !== 'stopping',
    take,
    onFailure: (error) => logger.error({ error: describeError(error) }, 'An update could not be taken.'),
  });

  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const begin = async (): Promise<void> => {
    state = 'standing-by';
    // A poller on the same store goes first; replicas share their turn, so nobody ends it but time.
    await takeTurn({ leases: stores?.leases, owner: ALL_REPLICAS, logger, signal });
    receiver.start();
    await keepTrying(() => bot.api.setWebhook(url.href, settings(secret)), { ...patience, signal }).catch(
      refuse,
    );
    await prepare(bot, assistant, logger, stores);
    const { username, can_read_all_group_messages: readsGroups } = bot.botInfo;
    logger.info({ username, readsGroups }, 'The bot is answering.');
    if (!signal.aborted) state = 'answering';
  };

  const server = await serve(app);
  const answering = begin();
  const run = async (): Promise<void> => {
    try {
      await answering;
      await ended;
    } catch (error) {
      if (!leaving.signal.aborted) throw error;
    } finally {
      state = 'stopping';
      // Requests under way are answered when their updates are safe; then what was taken is finished.
      const closed = server.close();
      await receiver.stop(STOP_WITHIN_MS);
      await closed;
    }
  };
  const done = run();
  const stop = async (): Promise<void> => {
    state = 'stopping';
    leaving.abort();
    end();
    await done.catch(() => undefined);
  };
  return { answering, done, stop, status: () => ({ ...receiver.status, state, heardAt }) };
}

function settings(secret: string) {
  return {
    secret_token: secret,
    allowed_updates: UPDATES,
    drop_pending_updates: false,
    max_connections: CONNECTIONS,
  };
}

/** Telegram says 400 to an address that it does not take: waiting does not help. */
function refuse(error: unknown): never {
  if (error instanceof GrammyError && error.error_code === 400) {
    throw new StartRefused('webhook-refused', error.description);
  }
  throw error;
}
