import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Knowledge, toKnowledge } from './load-knowledge.ts';
import type { Problem } from './problem.ts';
import type { TrainedResult } from './read-trained.ts';

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
 * Loads and trains a knowledge folder in a thread of its own, so that this one goes on answering. Rejects when the
 * thread fails, as for a file that cannot be read.
 */
export async function loadAside(root: string, signal?: AbortSignal): Promise<AsideResult> {
  const thread = startThread(root);
  try {
    const [result] = (await once(thread, 'message', signal ? { signal } : {})) as [TrainedResult];
    return result.ok ? { ok: true, knowledge: toKnowledge(result), files: result.files } : result;
  } finally {
    await thread.terminate();
  }
}

function startThread(root: string): Worker {
  const workerData = { root };
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
