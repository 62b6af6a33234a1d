import { withoutTexts } from '../matching/corpus.ts';
import { trainModel } from '../matching/train-model.ts';
import { prepareTriage } from '../safety/triage.ts';
import { fingerprintOf } from './load-knowledge.ts';
import type { Problem } from './problem.ts';
import { readKnowledge } from './read-knowledge.ts';
import { readSnapshot, type SnapshotPlace, writeSnapshot } from './snapshot.ts';

/** Makes the snapshot if the one that is there is of other files or other code. Gives the problems that prevent it. */
export function compileKnowledge(root: string, { path, maker }: SnapshotPlace): readonly Problem[] {
  const files = fingerprintOf(root);
  if (files && readSnapshot(path, { files, maker })) return [];
  const result = readKnowledge(root);
  if (!result.ok) return result.problems;
  const model = trainModel(result.files.corpus);
  const { risk } = result.files;
  const riskModel = risk.intents.length > 0 ? trainModel(risk) : undefined;
  const triage = prepareTriage(result.files.safety);
  const checked = { ...result.files, risk: withoutTexts(risk) };
  writeSnapshot(path, { files: files ?? '', maker, checked, model, riskModel, triage });
  return [];
}
