import { type App, SHIPPED_KNOWLEDGE, snapshotPlace } from '../app.ts';
import type { LogLevel } from '../config/config.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { type Watch, watchKnowledge } from '../knowledge/reload.ts';
import { createLogger } from '../operations/create-logger.ts';
import type { News } from './news.ts';

/**
 * Keeps a running bot at the files of `content/` and `intents/`: valid changes are used at once, others are logged and
 * become news for the curators.
 */
export function followFiles(app: App, level: LogLevel, news: News): Watch {
  const logger = createLogger(level);
  return watchKnowledge(SHIPPED_KNOWLEDGE, {
    snapshot: snapshotPlace(),
    onLoaded: (knowledge) => {
      app.swap(knowledge);
      news.problems = undefined;
      logger.info({ version: knowledge.content.version }, 'New content and wordings are in use.');
    },
    onProblems: (problems) => {
      const lines = formatProblems(problems).split('\n');
      news.problems = lines;
      logger.error({ problems: lines }, 'The changed files have problems; the old ones stay in use.');
    },
    onFailure: (error) =>
      logger.error({ err: error }, 'The changed files could not be loaded; the old ones stay in use.'),
  });
}
