import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { type Assistant, createAssistant, type Heard } from './answering/assistant.ts';
import { createMind } from './answering/create-mind.ts';
import type { Mind } from './answering/mind.ts';
import { fingerprint } from './knowledge/fingerprint.ts';
import { type Knowledge, loadKnowledge } from './knowledge/load-knowledge.ts';
import type { Problem } from './knowledge/problem.ts';
import { readFolder } from './knowledge/read-folder.ts';
import type { SnapshotPlace } from './knowledge/snapshot.ts';
import { createTriage } from './safety/triage.ts';

/** Where `content/` and `intents/` of this checkout are. */
export const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('..', import.meta.url));

/** The folders whose code decides what a snapshot holds, and those of them whose code trains the models in it. */
const MAKERS = ['domain', 'knowledge', 'matching', 'safety', 'spelling'];
const TRAINERS = ['matching', 'spelling'];

/** The snapshot of the shipped knowledge that `npm run build` leaves beside the compiled code. */
export function snapshotPlace(
  path = fileURLToPath(new URL('knowledge.snapshot', import.meta.url)),
): SnapshotPlace {
  const code = fileURLToPath(new URL('.', import.meta.url));
  const read = new Map(MAKERS.map((folder) => [folder, readFolder(code, folder)]));
  const print = (folders: readonly string[]): string =>
    `${fingerprint(folders.flatMap((folder) => read.get(folder) ?? []))} ${process.version}`;
  return { path, maker: print(MAKERS), trainer: print(TRAINERS) };
}

export interface App {
  readonly assistant: Assistant;
  readonly mind: () => Mind;
  /** Answers from other knowledge from the next message on. */
  readonly swap: (knowledge: Knowledge) => void;
  /** Tells someone of what is decided, from now on. Nothing of a message is told. */
  readonly observe: (observer: Observer) => void;
}

/** Who counts what the assistant does. */
export interface Observer {
  readonly onHeard?: (heard: Heard) => void;
  /** Told when triage failed, without the text. */
  readonly onTriageFailure?: (error: unknown) => void;
}

export type AppResult =
  | { readonly ok: true; readonly app: App }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface AppOptions {
  /** Folder that holds `content/` and `intents/`. Absent: the shipped ones. */
  readonly knowledge?: string | undefined;
  /** Where a snapshot may lie, of that knowledge or with models that fit it. Absent: where the build leaves it. */
  readonly snapshot?: SnapshotPlace;
}

/** The composition root: folders in, an assistant out. */
export async function createApp(options: AppOptions = {}): Promise<AppResult> {
  const { knowledge: root } = options;
  const result = await loadKnowledge(root ?? SHIPPED_KNOWLEDGE, options.snapshot ?? snapshotPlace());
  if (!result.ok) return result;
  let { safety } = result.knowledge;
  let rules = createTriage(safety, result.knowledge.triage);
  let mind = createMind(result.knowledge, rules);
  const swap = (knowledge: Knowledge): void => {
    // Compiling the rules takes long enough to be noticed, and most edits leave them alone.
    if (!isDeepStrictEqual(knowledge.safety, safety))
      rules = createTriage(knowledge.safety, knowledge.triage);
    safety = knowledge.safety;
    mind = createMind(knowledge, rules);
  };
  let observer: Observer = {};
  const observe = (given: Observer): void => {
    observer = given;
  };
  const assistant = createAssistant(() => mind, {
    onHeard: (heard) => observer.onHeard?.(heard),
    onTriageFailure: (error) => observer.onTriageFailure?.(error),
  });
  return { ok: true, app: { assistant, mind: () => mind, swap, observe } };
}
