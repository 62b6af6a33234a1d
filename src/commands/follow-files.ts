import { pino } from 'pino';
import { type App, SHIPPED_KNOWLEDGE } from '../app.ts';
import type { LogLevel } from '../config/config.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { type Watch, watchKnowledge } from '../knowledge/reload.ts';

/** Keeps a running bot at the files of `content/` and `intents/`: valid changes are used at once, others are logged. */
export function followFiles(app: App, level: LogLevel): Watch {
  const logger = pino({ level });
  return watchKnowledge(SHIPPED_KNOWLEDGE, {
    onLoaded: (knowledge) => {
      app.swap(knowledge);
      logger.info({ version: knowledge.content.version }, 'New content and wordings are in use.');
    },
    onProblems: (problems) =>
      logger.error(
        { problems: formatProblems(problems).split('\n') },
        'The changed files have problems; the old ones stay in use.',
      ),
    onFailure: (error) =>
      logger.error({ err: error }, 'The changed files could not be loaded; the old ones stay in use.'),
  });
}
