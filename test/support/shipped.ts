import { type App, createApp, SHIPPED_KNOWLEDGE } from '../../src/app.ts';
import { formatProblems } from '../../src/knowledge/problem.ts';
import { testSnapshot } from './test-snapshot.ts';

const result = await createApp({ knowledge: SHIPPED_KNOWLEDGE, snapshot: testSnapshot() });

/** The bot with the knowledge as shipped, loaded through the real loader, once for each test file. */
export function shippedApp(): App {
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.app;
}
