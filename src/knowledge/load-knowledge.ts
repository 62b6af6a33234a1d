import type { Content } from '../domain/knowledge.ts';
import type { Corpus } from '../matching/corpus.ts';
import type { Model } from '../matching/model.ts';
import type { SafetyRules } from '../safety/rules.ts';
import type { PreparedTriage } from '../safety/triage.ts';
import { fingerprint } from './fingerprint.ts';
import { mintContent } from './mint-content.ts';
import type { Problem } from './problem.ts';
import { readFolder } from './read-folder.ts';
import { readSnapshot, type Snapshot, type SnapshotPlace } from './snapshot.ts';

/** Everything in `content/` and `intents/`, checked. */
export interface Knowledge {
  readonly content: Content;
  readonly corpus: Corpus;
  /** Trained at the build; absent where the build trained on something else. */
  readonly model: Model | undefined;
  readonly safety: SafetyRules;
  readonly risk: Corpus;
  readonly riskModel: Model | undefined;
  /** The safety rules prepared at the build; absent when there was no snapshot of just these files. */
  readonly triage: PreparedTriage | undefined;
}

export type LoadResult =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads `root/content` and `root/intents`: either a frozen knowledge base, or every problem in any of the files. Throws
 * only what the file system throws for a file that exists and cannot be read.
 */
export async function loadKnowledge(root: string, place: SnapshotPlace): Promise<LoadResult> {
  const files = fingerprintOf(root);
  const snapshot = files ? readSnapshot(place.path, { files, maker: place.maker }) : undefined;
  if (snapshot) return { ok: true, knowledge: toKnowledge(snapshot) };
  // The parsers and schemas are loaded only here: a start from a snapshot does without them.
  const { recallModels } = await import('./recall-model.ts');
  const { readKnowledge } = await import('./read-knowledge.ts');
  const result = readKnowledge(root);
  if (!result.ok) return result;
  const recall = recallModels(place);
  const { corpus, risk } = result.files;
  const models = { model: recall(corpus), riskModel: recall(risk) };
  return { ok: true, knowledge: toKnowledge({ files: files ?? '', checked: result.files, ...models }) };
}

/** Undefined when a folder is missing: reading it then says so. */
export function fingerprintOf(root: string): string | undefined {
  try {
    return fingerprint([...readFolder(root, 'content'), ...readFolder(root, 'intents')]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Files that were read and checked, made fit to answer from. */
export function toKnowledge(
  made: Pick<Snapshot, 'files' | 'checked'> & {
    readonly [Part in 'model' | 'riskModel' | 'triage']?: Snapshot[Part] | undefined;
  },
): Knowledge {
  const { draft, corpus, safety, risk } = made.checked;
  const content = mintContent(draft, made.files.slice(0, 12));
  return { content, corpus, model: made.model, safety, risk, riskModel: made.riskModel, triage: made.triage };
}
