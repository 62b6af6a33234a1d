import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import { GrammyError } from 'grammy';
import type { Logger } from 'pino';
import type { Reply } from '../../domain/reply.ts';
import { isHarmless, isMenuGone, movedTo } from '../api-errors.ts';
import { editReply, sendReply } from '../deliver.ts';
import { describeError } from '../describe-error.ts';

/** Between two messages to the curators: Telegram stops a bot at 20 a minute in a group. */
const GAP_MS = 4_000;
/** So often a message is tried when Telegram asks to wait. */
const MOST_TRIES = 3;

export interface CuratorChatOptions {
  readonly api: () => Api;
  readonly logger: Logger;
  /** `CURATOR_CHAT_ID`. */
  readonly chatId: number;
  readonly botName: () => string;
  /** Waits so many milliseconds. Tests hand in one that does not. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** The program stops: nothing more is sent. */
  readonly signal?: AbortSignal;
}

/** The chat of those who look after the bot. Nothing that is said there waits for a person to ask. */
export interface CuratorChat {
  /** Whether something was said or pressed there. */
  is(chatId: number | undefined): boolean;
  /** Sends a message, as slowly as Telegram wants it. False when the chat cannot be written to; that is logged. */
  tell(reply: Reply, how?: { readonly quietly?: boolean }): Promise<boolean>;
  /** Puts a reply in place of a message there. One that is gone stays gone. */
  replace(messageId: number, reply: Reply): Promise<void>;
}

export function createCuratorChat(options: CuratorChatOptions): CuratorChat {
  const {
    api,
    logger,
    botName,
    signal,
    pause = (ms) => sleep(ms, undefined, signal ? { signal } : {}),
  } = options;
  // A group that becomes a supergroup has a new id; the old one stands in the configuration until someone mends it.
  let { chatId } = options;
  let turn: Promise<unknown> = Promise.resolve();
  let quietUntil = 0;
  const look = () => ({ inMenu: false, botName: botName() });

  const send = async (reply: Reply, quietly: boolean, tries = 1): Promise<boolean> => {
    if (signal?.aborted) return false;
    try {
      await pause(Math.max(0, quietUntil - Date.now()));
      await sendReply(api(), { chatId, quietly }, reply, look());
      quietUntil = Date.now() + GAP_MS;
      return true;
    } catch (error) {
      if (signal?.aborted) return false;
      const moved = movedTo(error);
      if (moved !== undefined && moved !== chatId) {
        chatId = moved;
        logger.warn({ chatId }, 'The curators’ chat has become a supergroup: set CURATOR_CHAT_ID to this.');
        return send(reply, quietly, tries);
      }
      const wait = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      if (wait !== undefined && tries < MOST_TRIES) {
        quietUntil = Date.now() + wait * 1000;
        return send(reply, quietly, tries + 1);
      }
      logger.error({ error: describeError(error) }, 'The curators’ chat (CURATOR_CHAT_ID) was not reached.');
      return false;
    }
  };

  return {
    is: (id) => id === chatId,
    tell: (reply, { quietly = false } = {}) => {
      const told = turn.then(() => send(reply, quietly));
      turn = told;
      return told;
    },
    replace: (messageId, reply) =>
      editReply(api(), { chatId, messageId }, reply, look()).catch((error: unknown) => {
        if (!isHarmless(error) && !isMenuGone(error)) throw error;
      }),
  };
}
