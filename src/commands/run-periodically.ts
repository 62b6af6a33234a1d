import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeError } from '../telegram/describe-error.ts';

/** Something that is done again and again while the bot runs. */
export interface Job {
  /** For the log. */
  readonly name: string;
  readonly everyMs: number;
  /** The signal says that the program stops: leave what is left for the next start. */
  run(signal: AbortSignal): Promise<unknown>;
}

/**
 * Runs each job at once and then so many milliseconds after it has ended, so that no job overtakes itself. A job that
 * fails is logged when it begins to fail and when it works again, and is tried again in its time.
 */
export function runPeriodically(jobs: readonly Job[], logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = jobs.map(({ name, everyMs, run }) => repeat(name, everyMs, run));

  async function repeat(name: string, everyMs: number, run: Job['run']): Promise<void> {
    let failing = false;
    while (!signal.aborted) {
      try {
        await run(signal);
        if (failing) logger.info({ job: name }, 'A job works again.');
        failing = false;
      } catch (error) {
        if (!failing)
          logger.error({ job: name, error: describeError(error) }, 'A job failed and goes on later.');
        failing = true;
      }
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
