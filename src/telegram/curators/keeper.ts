import type { Logger } from 'pino';
import { countDecision } from '../../curation/count-decision.ts';
import { ANSWER, confusionName } from '../../curation/counter-names.ts';
import type { Decision } from '../../domain/decision.ts';
import type { AnswerId } from '../../domain/ids.ts';
import type { Stores } from '../../domain/stores.ts';
import { markPerson } from '../../storage/mark-person.ts';
import { tolerate } from '../../storage/tolerate.ts';
import { describeError } from '../describe-error.ts';
import { type Asked, AskedMemory } from './asked.ts';

/**
 * Hours that a key for marks lives: long enough that two people of a small community ask alike under one key, and that
 * /forget reaches back. After that nothing links a row to a person.
 */
export const KEY_HOURS = 7 * 24;

/** Records on their way at most; what is over that is left out, so that a store that hangs cannot fill the memory. */
const MOST_WAITING = 1_000;

/** What `/forget` deleted. */
export interface Forgotten {
  readonly questions: number;
  readonly votes: number;
  readonly copies: number;
}

/**
 * Keeps what the curators' loop needs: open questions, votes, counts, and where answers stand in private chats. Nothing
 * waits for it: every record is written behind the answer, and a store that fails is logged.
 */
export interface Keeper {
  readonly asked: AskedMemory;
  /** Counts what became of a question. */
  count(decision: Decision): void;
  /** Counts an answer that was opened without a question. */
  countAnswer(id: AnswerId): void;
  /** Counts that `chosen` was meant where `given` was given or offered first. */
  countConfusion(given: AnswerId, chosen: AnswerId): void;
  /** Writes an open question down; `released`: its asker lets curators read it. */
  keep(asked: Asked, released: boolean): void;
  vote(id: AnswerId, userId: number, helped: boolean): void;
  /** Notes where answers stand in a private chat. */
  posted(place: PrivatePlace, ids: readonly AnswerId[], version: string): void;
  /** Deletes what can be linked to a person and a private chat; undefined when the store cannot be reached. */
  forget(userId: number, chatId: number): Promise<Forgotten | undefined>;
  /** Resolves when everything that was to be recorded is, or has failed. */
  settled(): Promise<void>;
}

export interface PrivatePlace {
  readonly chatId: number;
  readonly threadId: number | undefined;
  readonly messageId: number;
}

export interface KeeperOptions {
  readonly stores: Stores;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export function createKeeper({ stores, logger, now = Date.now }: KeeperOptions): Keeper {
  const tolerant = tolerate(stores, {
    onFailure: (failure) => logger.error({ ...failure }, 'The store failed; answers go on.'),
  });
  const waiting = new Set<Promise<void>>();
  /** One vote after the other: who changes their mind means the later one. */
  let lastVote: Promise<unknown> = Promise.resolve();
  const asked = new AskedMemory(now);

  const record = (what: string, write: (stores: Stores) => Promise<unknown>): void => {
    if (waiting.size >= MOST_WAITING) {
      logger.error({ what }, 'The store is too slow: not recorded.');
      return;
    }
    const task = tolerant
      .write(what, write)
      .then(
        () => undefined,
        (error: unknown) => logger.error({ what, error: describeError(error) }, 'A record failed.'),
      )
      .finally(() => waiting.delete(task));
    waiting.add(task);
  };
  const settled = async (): Promise<void> => {
    while (waiting.size > 0) await Promise.all(waiting);
  };
  const markOf = async (purpose: 'askers' | 'voters', userId: number, { keys }: Stores) =>
    markPerson(await keys.current(purpose, KEY_HOURS), userId);
  const today = (): string => new Date(now()).toISOString().slice(0, 10);

  return {
    asked,
    count: (decision) => {
      const counts = countDecision(decision, now());
      if (counts.length > 0) record('counters', ({ counters }) => counters.addAll(counts));
    },
    countAnswer: (id) => record('counters', ({ counters }) => counters.add(`${ANSWER}${id}`, today())),
    countConfusion: (given, chosen) => {
      if (given === chosen) return;
      record('counters', ({ counters }) => counters.add(confusionName(given, chosen), today()));
    },
    keep: ({ text, likeness, kind, candidates, given, askerId }, released) => {
      if (kind === 'answered') return;
      const at = now();
      const bestGuess = candidates.find((id) => kind !== 'thumbs-down' || id !== given);
      record('unanswered.add', async (open) => {
        const asker = await markOf('askers', askerId, open);
        await open.unanswered.add({ text, likeness, kind, bestGuess, asker, released, at });
      });
    },
    vote: (answerId, userId, helped) => {
      const at = now();
      const earlier = lastVote;
      record('feedback.vote', (open) => {
        const vote = earlier.then(async () => {
          const voter = await markOf('voters', userId, open);
          await open.feedback.vote({ answerId, voter, helped, at });
        });
        lastVote = vote.catch(() => undefined);
        return vote;
      });
    },
    posted: (place, ids, version) => {
      const at = now();
      record('posted.add', async ({ posted }) => {
        // In the order in which they stand in the message.
        for (const [i, answerId] of ids.entries())
          await posted.add({ place, answerId, form: 'full', version, at: at + i });
      });
    },
    forget: async (userId, chatId) => {
      asked.forget(chatId);
      await settled();
      const forgotten = await tolerant.write('forget', async (open) => ({
        questions: await open.unanswered.forget(await markOf('askers', userId, open)),
        votes: await open.feedback.forget(await markOf('voters', userId, open)),
        copies: await open.posted.forget(chatId),
      }));
      return forgotten.ok ? forgotten.value : undefined;
    },
    settled,
  };
}
