import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Knowledge, toKnowledge } from './load-knowledge.ts';
import type { Problem } from './problem.ts';
import type { readTrained, TrainedResult } from './read-trained.ts';
import type { SnapshotPlace } from './snapshot.ts';

export type AsideResult =
  | {
      readonly ok: true;
      /** With a trained model. */
      readonly knowledge: Knowledge;
      /** Fingerprint of the files it was made from. */
      readonly files: string;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads a knowledge folder in a thread of its own and trains what was not trained before, so that this one goes on
 * answering. Rejects when the thread fails, as for a file that cannot be read.
 *
 * @param place where the snapshot of the build lies, for its models
 */
export async function loadAside(
  root: string,
  place: SnapshotPlace,
  signal?: AbortSignal,
): Promise<AsideResult> {
  const thread = startThread([root, place]);
  try {
    const [result] = (await once(thread, 'message', signal ? { signal } : {})) as [TrainedResult];
    if (!result.ok) return result;
    return { ok: true, knowledge: toKnowledge(result.trained), files: result.trained.files };
  } finally {
    await thread.terminate();
  }
}

function startThread(workerData: Parameters<typeof readTrained>): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('reload-thread.js', import.meta.url), { workerData });
  }
  // Run from the sources: a thread does not take over the loader that reads TypeScript.
  const file = JSON.stringify(new URL('reload-thread.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ register }) => (register(), import(${file})));`, {
    eval: true,
    workerData,
  });
}
