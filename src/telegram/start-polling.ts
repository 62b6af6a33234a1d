import { randomUUID } from 'node:crypto';
import type { Api, Bot } from 'grammy';
import type { Assistant } from '../answering/assistant.ts';
import type { BotContext } from './context.ts';
import { describeError } from './describe-error.ts';
import { keepTrying, type Patience } from './keep-trying.ts';
import { prepare } from './receiving/prepare.ts';
import { createReceiver, type Receiver } from './receiving/receiver.ts';
import type { Receiving, ReceivingParts, ReceivingStatus } from './receiving/receiving.ts';
import { takeTurn } from './receiving/take-turn.ts';
import { STOP_WITHIN_MS, UPDATES } from './receiving/updates.ts';
import { createOutgoing } from './sending/outgoing.ts';

/** Seconds that Telegram holds a request for updates open. */
const LONG_POLL = 30;
const QUIET_MS = 3 * 24 * 3_600_000;
const CONFIRM_WITHIN = 2_000;
/** Milliseconds that updates are confirmed late, so that fewer are lost, while no store can write them down. */
const CONFIRM_LATE = 2_000;

/**
 * Connects to Telegram and answers what comes in until it is stopped. While Telegram cannot be reached it keeps trying,
 * and says so in the log; while another process on the same store gets the updates, it waits for its turn. Rejects with
 * `StartRefused` when the token is wrong, and when the signal stops the start.
 */
export async function startPolling(
  bot: Bot<BotContext>,
  assistant: Assistant,
  patience: Patience,
  parts: ReceivingParts = {},
): Promise<Receiving> {
  const { logger } = patience;
  const { stores, outgoing = createOutgoing() } = parts;
  const owner = randomUUID();
  bot.botInfo = await keepTrying(() => bot.api.getMe(), patience);
  const receiver = createReceiver({
    handle: (update) => bot.handleUpdate(update),
    outgoing,
    inbox: stores?.inbox,
    owner,
    logger,
  });
  const leaving = new AbortController();
  const { signal } = leaving;
  const own = { ...patience, signal };
  const poller = createPoller(bot, receiver, own);
  let state: ReceivingStatus['state'] = 'starting';

  let begin = (): void => undefined;
  const answering = new Promise<void>((resolve) => {
    begin = resolve;
  });

  const inTurn = async (): Promise<void> => {
    const waiting = patience.signal ? AbortSignal.any([signal, patience.signal]) : signal;
    state = 'standing-by';
    const turn = await takeTurn({ leases: stores?.leases, owner, logger, signal: waiting });
    try {
      // With a webhook set, Telegram refuses every request for updates.
      await keepTrying(() => bot.api.deleteWebhook(), { ...patience, signal: waiting });
      await prepare(bot, assistant, logger, stores);
      const { username, can_read_all_group_messages: readsGroups } = bot.botInfo;
      logger.info({ username, readsGroups }, 'The bot is answering.');
      state = 'answering';
      begin();
      receiver.start();
      await poller.poll(AbortSignal.any([signal, turn.lost]));
    } finally {
      receiver.rest();
      if (signal.aborted) await finish();
      else if (!turn.lost.aborted) await receiver.stop(STOP_WITHIN_MS);
      await turn.release();
    }
  };
  const finish = async (): Promise<void> => {
    const done = await receiver.stop(STOP_WITHIN_MS);
    if (done || !receiver.status.storeDown) await poller.confirm();
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) await inTurn();
  };

  const done = run()
    .catch((error: unknown) => {
      if (!signal.aborted) throw error;
    })
    .finally(async () => {
      state = 'stopping';
      await receiver.stop(STOP_WITHIN_MS);
    });
  const stop = async (): Promise<void> => {
    state = 'stopping';
    leaving.abort();
    await done.catch(() => undefined);
  };
  const first = Promise.race([answering, done]);
  // Whoever waits for the end hears of it there.
  first.catch(() => undefined);
  return {
    answering: first,
    done,
    stop,
    status: () => ({ ...receiver.status, state, heardAt: poller.heardAt }),
  };
}

/** Asks Telegram for updates and hands them to the receiver. */
function createPoller(bot: Bot<BotContext>, receiver: Receiver, patience: Patience) {
  const { logger } = patience;
  let offset = 0;
  let heardAt = 0;
  let newsAt = Date.now();
  return {
    get heardAt() {
      return heardAt;
    },
    /** Until the signal; errors after it are of no interest. */
    async poll(signal: AbortSignal): Promise<void> {
      try {
        while (!signal.aborted) {
          const ask = { offset, limit: 100, timeout: LONG_POLL, allowed_updates: UPDATES };
          const updates = await keepTrying(() => bot.api.getUpdates(ask, forApi(signal)), {
            ...patience,
            signal,
          });
          heardAt = Date.now();
          await receiver.take(updates, CONFIRM_LATE);
          // The next request confirms them.
          offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
          if (updates.length > 0) newsAt = heardAt;
          // After a quiet week Telegram counts anew from any number: one below the offset would never be heard.
          if (heardAt - newsAt > QUIET_MS) offset = 0;
          await receiver.room();
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    /** Else Telegram would hand out the last updates again at the next start. */
    async confirm(): Promise<void> {
      if (offset === 0) return;
      const soon = AbortSignal.timeout(CONFIRM_WITHIN);
      await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, forApi(soon)).catch((error: unknown) => {
        logger.warn({ error: describeError(error) }, 'The last updates may come again.');
      });
    },
  };
}

/** grammY's types name the signal of a polyfill; Node's own does the same. */
function forApi(signal: AbortSignal): NonNullable<Parameters<Api['getUpdates']>[1]> {
  return signal as never;
}
