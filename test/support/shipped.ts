import { type App, createApp } from '../../src/app.ts';
import { formatProblems } from '../../src/knowledge/problem.ts';

const result = await createApp();

/** The bot with the knowledge as shipped, loaded through the real loader, once for each test file. */
export function shippedApp(): App {
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.app;
}
