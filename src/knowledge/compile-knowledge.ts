import { prepareTriage } from '../safety/triage.ts';
import { fingerprintOf } from './load-knowledge.ts';
import type { Problem } from './problem.ts';
import { readTrained } from './read-trained.ts';
import { readSnapshot, type SnapshotPlace, writeSnapshot } from './snapshot.ts';

/** Makes the snapshot if the one that is there is of other files or other code. Gives the problems that prevent it. */
export function compileKnowledge(root: string, place: SnapshotPlace): readonly Problem[] {
  const { path, maker } = place;
  const files = fingerprintOf(root);
  if (files && readSnapshot(path, { files, maker })) return [];
  const result = readTrained(root, place);
  if (!result.ok) return result.problems;
  const triage = prepareTriage(result.trained.checked.safety);
  writeSnapshot(path, { ...result.trained, maker, triage });
  return [];
}
