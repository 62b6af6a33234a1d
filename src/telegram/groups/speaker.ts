import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Reply } from '../../domain/reply.ts';
import type { PostedCopy } from '../../domain/stores.ts';
import { codeOf, isClosed, isNotRemoved, movedTo } from '../api-errors.ts';
import { type Destination, type Sent, sendReply } from '../deliver.ts';
import { describeError } from '../describe-error.ts';
import type { Said } from '../said.ts';
import type { Budget } from './budget.ts';
import type { GroupMemory } from './group-memory.ts';

export interface SpeakerParts {
  readonly api: Api;
  readonly logger: Logger;
  readonly budget: Budget;
  readonly memory: GroupMemory;
  readonly said: Said;
  readonly botName: () => string;
  readonly now: () => number;
}

/** Sends to groups, within their budget, and takes away. Where the bot may not write it says nothing and goes on. */
export class Speaker {
  readonly #parts: SpeakerParts;

  constructor(parts: SpeakerParts) {
    this.#parts = parts;
  }

  /**
   * Posts a reply. Undefined when it was not sent: the budget is spent, the topic is closed, the bot was removed.
   *
   * @param urgent an emergency or crisis text, which no budget holds back
   */
  async post(
    to: Destination,
    reply: Reply,
    { urgent = false, inMenu = false } = {},
  ): Promise<Sent | undefined> {
    const { api, budget, botName, now, logger, memory, said } = this.#parts;
    if (!budget.take(to.chatId, urgent, now())) {
      logger.info('The budget of a group is spent: a message was not sent.');
      return undefined;
    }
    const look = { inMenu, botName: botName() };
    try {
      const at = await sendReply(api, to, reply, look);
      said.note(at, reply);
      return at;
    } catch (error) {
      const moved = movedTo(error);
      if (moved !== undefined && moved !== to.chatId) {
        await memory.migrate(to.chatId, moved);
        // The numbers of messages and topics of the old group mean nothing in the new one.
        return await this.post({ chatId: moved }, reply, { urgent, inMenu });
      }
      if (isClosed(error)) {
        logger.info({ error: describeError(error) }, 'The chat is closed to the bot.');
        return undefined;
      }
      if (codeOf(error) === 429) {
        logger.warn({ error: describeError(error) }, 'Telegram asks for a longer pause: not sent.');
        return undefined;
      }
      throw error;
    }
  }

  /** Sends a whisper. Undefined when Telegram does not take it: an old press, no admin, an app that is too old. */
  async whisper(to: Destination, reply: Reply, urgent = false): Promise<Sent | undefined> {
    const { api, budget, botName, now, logger, said } = this.#parts;
    if (!budget.take(to.chatId, urgent, now())) return undefined;
    try {
      const at = await sendReply(api, to, reply, { inMenu: false, botName: botName() });
      said.note(at, reply);
      return at;
    } catch (error) {
      const code = codeOf(error);
      if (code !== 400 && code !== 403) throw error;
      logger.info({ error: describeError(error) }, 'A whisper was refused.');
      return undefined;
    }
  }

  /** Unpins a message of the bot. One that is gone, or that an admin has unpinned, is no error. */
  async unpin(place: PostedCopy['place']): Promise<void> {
    if (!('messageId' in place)) return;
    const { api, logger } = this.#parts;
    try {
      await api.unpinChatMessage(place.chatId, place.messageId);
    } catch (error) {
      if (codeOf(error) !== 400) throw error;
      logger.info({ error: describeError(error) }, 'A message was not unpinned.');
    }
  }

  /** Takes a message away. False when that is no longer possible, or not allowed. */
  async remove(at: Sent): Promise<boolean> {
    const { api, logger, memory } = this.#parts;
    try {
      if ('messageId' in at) {
        await api.deleteMessage(at.chatId, at.messageId);
        await memory.removed(at.chatId, at.messageId);
      } else {
        await api.deleteEphemeralMessage(at.chatId, at.userId, at.whisperId);
      }
      return true;
    } catch (error) {
      if (!isNotRemoved(error) && !isClosed(error) && codeOf(error) !== 400) throw error;
      logger.info({ error: describeError(error) }, 'A message stays.');
      return false;
    }
  }
}
