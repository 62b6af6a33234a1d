import { withoutTexts } from '../matching/corpus.ts';
import type { Model } from '../matching/model.ts';
import { trainModel } from '../matching/train-model.ts';
import { fingerprintOf } from './load-knowledge.ts';
import type { Problem } from './problem.ts';
import { type CheckedFiles, readKnowledge } from './read-knowledge.ts';

/** Plain data only, so that it can cross from one thread to another. */
export type TrainedResult =
  | {
      readonly ok: true;
      readonly files: string;
      readonly checked: CheckedFiles;
      readonly model: Model;
      /** For the wordings of the safety classes; undefined when there are none. */
      readonly riskModel: Model | undefined;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads, checks and trains; takes seconds. */
export function readTrained(root: string): TrainedResult {
  const files = fingerprintOf(root) ?? '';
  const read = readKnowledge(root);
  if (!read.ok) return read;
  const { corpus, risk } = read.files;
  const riskModel = risk.intents.length > 0 ? trainModel(risk) : undefined;
  const checked = { ...read.files, risk: withoutTexts(risk) };
  return { ok: true, files, checked, model: trainModel(corpus), riskModel };
}
