import fc from 'fast-check';
import type { Mind } from '../../../src/answering/mind.ts';
import { anyAct, anyText } from './acts.ts';
import { createLaw } from './laws.ts';
import { play } from './play.ts';

export interface FuzzRun {
  /** So many updates at least. */
  readonly updates: number;
  readonly mind: Mind;
  /** Questions as people write them. */
  readonly questions: readonly string[];
  readonly seed?: number;
  readonly onProgress?: (updates: number) => void;
}

const ACTS_A_RUN = 60;

/** Puts generated updates of all kinds to the bot. Throws, with the smallest run that shows it, when a law is broken. */
export async function runFuzz({
  updates,
  mind,
  questions,
  seed,
  onProgress,
}: FuzzRun): Promise<{ updates: number }> {
  const { content } = mind;
  const law = createLaw(content);
  const ids = [...content.answers.keys(), ...content.topics.map(({ group }) => group), 'crisis'];
  const act = anyAct(anyText(questions, ids));
  const acts = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: ACTS_A_RUN,
    size: 'max',
  });
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => void rejections.push(reason);
  process.on('unhandledRejection', onRejection);
  let played = 0;
  const property = fc.asyncProperty(acts, async (run) => {
    if (played >= updates) return;
    const result = await play(run, mind, law);
    // Promises that nobody waits for are told of after a turn of the loop.
    await new Promise((resolve) => setImmediate(resolve));
    if (rejections.length > 0) throw new Error(`unhandled: ${String(rejections.splice(0)[0])}`);
    if (result.wrong.length > 0) throw new Error(result.wrong.join('\n'));
    played += result.updates;
    onProgress?.(played);
  });
  try {
    const numRuns = updates;
    await fc.assert(property, { numRuns, ...(seed === undefined ? {} : { seed }) });
  } finally {
    process.off('unhandledRejection', onRejection);
  }
  return { updates: played };
}
