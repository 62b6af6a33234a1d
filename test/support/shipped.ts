import { type App, createApp, SHIPPED_KNOWLEDGE } from '../../src/app.ts';
import { formatProblems } from '../../src/knowledge/problem.ts';

let app: App | undefined;

/** The bot with the knowledge as shipped, loaded through the real loader, once for each test file. */
export function shippedApp(): App {
  if (!app) {
    const result = createApp({ knowledge: SHIPPED_KNOWLEDGE });
    if (!result.ok) throw new Error(formatProblems(result.problems));
    app = result.app;
  }
  return app;
}
