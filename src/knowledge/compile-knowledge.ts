import { prepareTriage } from '../safety/triage.ts';
import { fingerprintOf } from './load-knowledge.ts';
import type { Problem } from './problem.ts';
import { readTrained } from './read-trained.ts';
import { readSnapshot, type SnapshotPlace, writeSnapshot } from './snapshot.ts';

/** Makes the snapshot if the one that is there is of other files or other code. Gives the problems that prevent it. */
export function compileKnowledge(root: string, { path, maker }: SnapshotPlace): readonly Problem[] {
  const files = fingerprintOf(root);
  if (files && readSnapshot(path, { files, maker })) return [];
  const trained = readTrained(root);
  if (!trained.ok) return trained.problems;
  const { checked, model, riskModel } = trained;
  const triage = prepareTriage(checked.safety);
  writeSnapshot(path, { files: trained.files, maker, checked, model, riskModel, triage });
  return [];
}
