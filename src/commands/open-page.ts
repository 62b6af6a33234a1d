import { type App, SHIPPED_KNOWLEDGE, snapshotPlace } from '../app.ts';
import type { LocalConfig } from '../config/config.ts';
import { fingerprintOf } from '../knowledge/load-knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { watchKnowledge } from '../knowledge/reload.ts';
import { type Served, servePage } from '../web/serve-page.ts';

export interface OpenPage {
  readonly served: Served;
  readonly close: () => Promise<void>;
}

/** Serves the page, and keeps its answers at the files of `content/` and `intents/`: who edits them sees it at once. */
export async function openPage(
  { assistant, mind, swap }: App,
  { host, port }: LocalConfig,
): Promise<OpenPage> {
  const served = await servePage({
    assistant,
    mind,
    host,
    port,
    check: createCheck(() => mind().content.version),
    onFault: (fault) => process.stderr.write(`The page has a fault: ${JSON.stringify(fault)}\n`),
  });
  if (!served.ok) return { served, close: async () => {} };
  const say = (sentence: string): boolean => process.stderr.write(`${sentence}\n`);
  const watch = watchKnowledge(SHIPPED_KNOWLEDGE, {
    snapshot: snapshotPlace(),
    onLoaded: swap,
    onProblems: () => say('The changed files have problems; the old ones stay in use. The page lists them.'),
    onFailure: () => say('The changed files could not be loaded; the old ones stay in use.'),
  });
  return {
    served,
    close: async () => {
      await watch.close();
      await served.close();
    },
  };
}

/** What is loaded has passed every rule; files that changed since are read again, once for each change. */
function createCheck(version: () => string): () => Promise<readonly Problem[]> {
  let seen: string | undefined;
  let problems: readonly Problem[] = [];
  return async () => {
    const now = fingerprintOf(SHIPPED_KNOWLEDGE) ?? 'missing';
    if (now.startsWith(version())) return [];
    if (now !== seen) {
      // The parsers are loaded only here: a start does without them.
      const { readKnowledge } = await import('../knowledge/read-knowledge.ts');
      const result = readKnowledge(SHIPPED_KNOWLEDGE);
      problems = result.ok ? [] : result.problems;
      seen = now;
    }
    return problems;
  };
}
