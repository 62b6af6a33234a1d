import { fileURLToPath } from 'node:url';
import { type Assistant, createAssistant } from './answering/assistant.ts';
import type { Mind } from './answering/mind.ts';
import { loadKnowledge } from './knowledge/load-knowledge.ts';
import type { Problem } from './knowledge/problem.ts';
import { createMatcher } from './matching/create-matcher.ts';
import { createTriage } from './safety/triage.ts';

/** Where `content/` and `intents/` of this checkout are. */
export const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('..', import.meta.url));

export interface App {
  readonly assistant: Assistant;
  readonly mind: () => Mind;
}

export type AppResult =
  | { readonly ok: true; readonly app: App }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface AppOptions {
  /** Folder that holds `content/` and `intents/`. */
  readonly knowledge?: string;
  /** Told when triage failed, without the text. */
  readonly onTriageFailure?: (error: unknown) => void;
}

/** The composition root: folders in, an assistant out. */
export function createApp({
  knowledge: root = SHIPPED_KNOWLEDGE,
  onTriageFailure = () => {},
}: AppOptions = {}): AppResult {
  const result = loadKnowledge(root);
  if (!result.ok) return result;
  const { content, corpus, safety } = result.knowledge;
  const mind: Mind = { content, matcher: createMatcher(corpus), triage: createTriage(safety) };
  return { ok: true, app: { assistant: createAssistant(() => mind, { onTriageFailure }), mind: () => mind } };
}
