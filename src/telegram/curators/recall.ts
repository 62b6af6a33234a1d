import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Assistant } from '../../answering/assistant.ts';
import type { AnswerId } from '../../domain/ids.ts';
import type { PostedCopy, Stores } from '../../domain/stores.ts';
import { runOnOne } from '../../storage/run-on-one.ts';
import { describeError } from '../describe-error.ts';
import type { CuratorChat } from './curator-chat.ts';
import { mendCopy } from './mend-copy.ts';
import { reportRecall } from './report-recall.ts';

const PAGE = 100;
/** Pages that one round looks at, so that copies of a busy group do not hold up all others. */
const PAGES = 10;
/** Between two edits anywhere: a third of what Telegram takes. */
const GAP_MS = 100;
/** Between two edits in one group: five a minute, beside fifteen answers, are what Telegram takes there. */
const GROUP_GAP_MS = 12_000;

export interface RecallOptions {
  readonly stores: Pick<Stores, 'posted' | 'leases'>;
  readonly api: Api;
  readonly assistant: Assistant;
  readonly botName: () => string;
  readonly logger: Logger;
  /** Who is told what became of the copies, beside the log. */
  readonly chat?: CuratorChat | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Waits so many milliseconds. Tests hand in one that does not. */
  readonly pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** An answer whose copies from before `version` are to be edited. */
interface Correction {
  readonly id: AnswerId;
  readonly version: string;
}

/**
 * Edits the copies of corrected answers. To be called at the start and every few seconds: it looks only when the content
 * is new or something was left over, goes on after a restart where it stopped, and only one process at a time edits.
 */
export function createRecall(options: RecallOptions): (signal?: AbortSignal) => Promise<void> {
  const { stores, assistant, now = Date.now } = options;
  const owner = randomUUID();
  let finished: string | undefined;
  return async (signal) => {
    const { version } = assistant.content;
    if (version === finished) return;
    const corrections = await noticeCorrections(stores, assistant, now());
    if (corrections.length > 0) {
      let mended = false;
      await runOnOne(stores.leases, 'recall', owner, async (onlyOne) => {
        const stop = signal ? AbortSignal.any([signal, onlyOne]) : onlyOne;
        mended = await mendAll(options, corrections, stop);
      });
      if (!mended) return;
      for (const correction of corrections) await reportRecall(options, correction);
    }
    finished = version;
  };
}

/** Remembers the version of the content, and since which version each correction stands. */
export async function noticeCorrections(
  { posted }: Pick<Stores, 'posted'>,
  { content }: Pick<Assistant, 'content'>,
  at: number,
): Promise<readonly Correction[]> {
  const { version, corrections } = content;
  await posted.noticeVersion(version, at);
  const found: Correction[] = [];
  for (const [id, { date }] of corrections) {
    found.push({ id, version: await posted.noticeCorrection(id, date, version, at) });
  }
  return found;
}

/** False when something is left for later: Telegram is away, the lease is lost, or the program stops. */
async function mendAll(
  options: RecallOptions,
  corrections: readonly Correction[],
  signal: AbortSignal,
): Promise<boolean> {
  const { stores, logger, now = Date.now, pause = waitFor } = options;
  const readyAt = new Map<number, number>();
  for (;;) {
    let [mended, put_off] = [0, 0];
    for (const correction of corrections) {
      for await (const copy of copiesOf(stores, correction, PAGES)) {
        if (signal?.aborted) return false;
        const group = groupOf(copy);
        if (group !== undefined && now() < (readyAt.get(group) ?? 0)) {
          put_off += 1;
          continue;
        }
        try {
          await mendCopy(options, copy, correction.version);
        } catch (error) {
          logger.warn({ error: describeError(error) }, 'The recall stops for now and goes on later.');
          return false;
        }
        if (group !== undefined) readyAt.set(group, now() + GROUP_GAP_MS);
        mended += 1;
        await pause(GAP_MS, signal);
      }
    }
    if (mended === 0 && put_off === 0) return true;
    if (mended === 0) await pause(Math.max(1, Math.min(...readyAt.values()) - now(), GAP_MS), signal);
  }
}

/** Copies that are to be edited, oldest first: of so many pages of a hundred at most. */
export async function* copiesOf(
  { posted }: Pick<Stores, 'posted'>,
  { id, version }: Correction,
  pages = Number.POSITIVE_INFINITY,
): AsyncGenerator<PostedCopy> {
  let after: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const { items, next } = await posted.outdated(id, version, { after, limit: PAGE });
    yield* items;
    if (next === undefined) return;
    after = next;
  }
}

/** The group of a copy: its edits count towards the limit there. */
function groupOf({ place }: PostedCopy): number | undefined {
  return 'chatId' in place && place.chatId < 0 ? place.chatId : undefined;
}

/** A stop ends the waiting; what comes next looks at the signal. */
async function waitFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, signal ? { signal } : {}).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
