import { randomUUID } from 'node:crypto';
import type { AnswerId } from '../../domain/ids.ts';
import { Reply } from '../../domain/reply.ts';
import type { RecallCounts } from '../../domain/stores.ts';
import type { RecallOptions } from './recall.ts';

/** Longer than any correction is of interest: it is told once, whichever process comes first. */
const ONCE_MS = 10 * 365 * 86_400_000;

/** Tells curators, once for each correction, how many copies were edited and why others could not be. */
export async function reportRecall(
  { stores, assistant, logger, chat }: RecallOptions,
  { id, version }: { readonly id: AnswerId; readonly version: string },
): Promise<void> {
  const counts = await stores.posted.recallCounts(id, version);
  const failed = Object.values(counts.failed).reduce((sum, n) => sum + n, 0);
  if (counts.corrected + failed === 0) return;
  logger.info({ answer: id, ...counts }, 'Posted copies of a corrected answer were edited.');
  // Only who can tell them takes the right to: "npm run recall" cannot.
  if (!chat || !(await stores.leases.acquire(`recalled ${id} ${version}`, randomUUID(), ONCE_MS))) return;
  const { notices, standing } = assistant.content;
  await chat.tell(Reply.forCurators(notices['recall-done'], [describeRecall(id, counts)], standing));
}

/** One line: `awake-dose: 12 edited, 3 not (the message is gone: 2, …)`. */
export function describeRecall(id: AnswerId, { outdated, corrected, failed }: RecallCounts): string {
  const reasons = Object.entries(failed).map(([reason, n]) => `${reason}: ${n}`);
  const not = Object.values(failed).reduce((sum, n) => sum + n, 0);
  const left = outdated > 0 ? `, ${outdated} to be edited` : '';
  return `${id}: ${corrected} edited, ${not} not${not > 0 ? ` (${reasons.join(', ')})` : ''}${left}`;
}
