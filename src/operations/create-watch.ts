import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { TelegramConfig } from '../config/config.ts';
import type { Stores } from '../domain/stores.ts';
import { observeStores } from '../storage/observe-stores.ts';
import type { BotOptions } from '../telegram/create-bot.ts';
import { describeError } from '../telegram/describe-error.ts';
import { FLOOD_LIMITS } from '../telegram/flood-gate.ts';
import type { Receiving } from '../telegram/receiving/receiving.ts';
import { botVersion } from './bot-version.ts';
import { createHealth } from './health.ts';
import { createMetrics } from './metrics.ts';
import { operationRoutes } from './operation-routes.ts';

/** What watches a running bot: it is handed to the parts as they come to be. */
export interface Watch {
  /** `/healthz`, `/readyz` and `/metrics`. */
  readonly routes: Hono;
  /** What the bot is created with. */
  readonly bot: Pick<BotOptions, 'observer' | 'flood'>;
  /** Watches the stores; those returned are to be used in their place. */
  stores(stores: Stores): Stores;
  receiving(receiving: Pick<Receiving, 'status'>): void;
}

/** Begins to watch an app. Its three routes answer from the start; what is not there yet counts as starting. */
export function createWatch(app: App, config: TelegramConfig, logger: Logger): Watch {
  let stores: Stores | undefined;
  let receiving: Pick<Receiving, 'status'> | undefined;
  const { assistant } = app;
  const metrics = createMetrics(
    {
      contentVersion: () => assistant.content.version,
      receiving: () => receiving?.status(),
      backlog: async () => {
        if (!stores) throw new Error('The store is not open yet.');
        return stores.inbox.backlog();
      },
    },
    botVersion(),
    { process: config.port !== undefined },
  );
  const health = createHealth({
    store: () => stores?.check(),
    receiving: () => receiving?.status(),
    polls: config.mode === 'polling',
    answers: () => assistant.content.answers.size,
  });
  app.observe({
    onHeard: metrics.question,
    onTriageFailure: (error) => {
      metrics.triageFailed();
      logger.error({ error: describeError(error) }, 'Triage failed: the emergency text was given.');
    },
  });
  return {
    routes: operationRoutes(health, metrics),
    bot: {
      observer: { onCall: metrics.call, onHandled: metrics.handled },
      flood: { limits: FLOOD_LIMITS, onLimited: metrics.limited },
    },
    stores: (given) => {
      stores = observeStores(given, metrics.storeFailed);
      return stores;
    },
    receiving: (given) => {
      receiving = given;
    },
  };
}
