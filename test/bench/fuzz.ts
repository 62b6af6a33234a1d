import { parseArgs } from 'node:util';
import { createApp } from '../../src/app.ts';
import { runFuzz } from '../support/fuzz/run-fuzz.ts';
import { questionTexts } from '../support/question-texts.ts';

/**
 * Generated updates of all kinds, put to the bot on a Bot API in memory: `npm run bench -- fuzz`. Prints how many were
 * played, or the smallest run that breaks a law, and returns 1.
 *
 *   --updates N   100,000 by default
 *   --seed N      a run of its own for each seed; printed
 */
export async function benchFuzz(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { updates: { type: 'string', default: '100000' }, seed: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const result = await createApp();
  if (!result.ok) throw new Error('There are problems in the knowledge.');
  const started = performance.now();
  let told = 0;
  try {
    const { updates } = await runFuzz({
      updates: Number(values.updates),
      mind: result.app.mind(),
      questions: questionTexts(),
      seed,
      onProgress: (played) => {
        if (played - told < 10_000) return;
        told = played;
        process.stderr.write(`${played} updates\n`);
      },
    });
    const seconds = (performance.now() - started) / 1_000;
    console.log(`${updates} generated updates (seed ${seed}) in ${seconds.toFixed(0)} s: no law was broken.`);
    return 0;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `${error.cause.message}\n` : '';
    console.log(
      `BROKEN with seed ${seed}: ${cause}${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  }
}
