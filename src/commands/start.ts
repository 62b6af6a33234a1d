import { createApp } from '../app.ts';
import { readConfig } from '../config/read-config.ts';
import { formatProblems } from '../knowledge/problem.ts';
import type { ExitStatus } from './exit-status.ts';
import { createNews } from './news.ts';

/** `npm start`: the Telegram bot with a token, the local chat without. */
export async function start(): Promise<ExitStatus> {
  const read = readConfig(process.env);
  if (!read.ok) {
    process.stderr.write(`${read.mistakes.join('\n')}\n`);
    return 2;
  }
  const result = await createApp();
  if (!result.ok) {
    process.stderr.write(`${formatProblems(result.problems)}\n`);
    return 1;
  }
  if (read.config.mode !== 'local') {
    // Loaded only here: the local chat starts faster without it.
    const { runTelegram } = await import('./run-telegram.ts');
    const { followFiles } = await import('./follow-files.ts');
    const news = createNews();
    const watch = followFiles(result.app, read.config.logLevel, news);
    return runTelegram(result.app, read.config, news).finally(watch.close);
  }
  const { runLocal } = await import('./run-local.ts');
  await runLocal(result.app, read.config);
  return 0;
}
