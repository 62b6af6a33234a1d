import { randomUUID } from 'node:crypto';
import type { Bot } from 'grammy';
import type { Logger } from 'pino';
import type { Assistant } from '../answering/assistant.ts';
import type { Stores } from '../domain/stores.ts';
import { runOnOne } from '../storage/run-on-one.ts';
import type { BotContext } from '../telegram/context.ts';
import type { CuratorChat } from '../telegram/curators/curator-chat.ts';
import { sendDigest } from '../telegram/curators/digest.ts';
import { createRecall } from '../telegram/curators/recall.ts';
import { createProblemTeller } from '../telegram/curators/tell-problems.ts';
import type { News } from './news.ts';
import { type Job, runPeriodically } from './run-periodically.ts';

const SECOND = 1_000;
/** A digest goes out within 20 seconds of the group that completes it. */
const DIGEST_MS = 15 * SECOND;
const RECALL_MS = 5 * SECOND;
const PROBLEMS_MS = 5 * SECOND;
const TIDY_MS = 3_600 * SECOND;

export interface ChoreOptions {
  readonly bot: Bot<BotContext>;
  readonly assistant: Assistant;
  readonly stores: Stores;
  /** Absent without CURATOR_CHAT_ID: nobody is told. */
  readonly chat: CuratorChat | undefined;
  readonly logger: Logger;
  readonly news: News | undefined;
}

/** What a running bot does beside answering: the digest, the recall, problems to curators, and tidying up. */
export function startChores(options: ChoreOptions): { stop(): Promise<void> } {
  const { bot, assistant, stores, chat, logger, news } = options;
  const owner = randomUUID();
  const botName = (): string => bot.botInfo.username;
  const recall = createRecall({ stores, api: bot.api, assistant, botName, logger, chat });
  const jobs: Job[] = [
    {
      name: 'tidy',
      everyMs: TIDY_MS,
      run: () => runOnOne(stores.leases, 'tidy', owner, () => stores.tidy()),
    },
    { name: 'recall', everyMs: RECALL_MS, run: recall },
  ];
  if (chat) {
    const run = (signal: AbortSignal): Promise<number> =>
      sendDigest({ stores, assistant, chat, owner, signal });
    jobs.push({ name: 'digest', everyMs: DIGEST_MS, run });
  }
  if (chat && news) {
    const run = createProblemTeller(chat, assistant, () => news.problems);
    jobs.push({ name: 'problems', everyMs: PROBLEMS_MS, run });
  }
  return runPeriodically(jobs, logger);
}
