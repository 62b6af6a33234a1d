import { withoutTexts } from '../matching/corpus.ts';
import { trainModel } from '../matching/train-model.ts';
import { fingerprintOf } from './load-knowledge.ts';
import type { Problem } from './problem.ts';
import { readKnowledge } from './read-knowledge.ts';
import { fingerprintCorpus, recallModels } from './recall-model.ts';
import type { Snapshot, SnapshotPlace } from './snapshot.ts';

/** What is read and learnt from the files. Plain data only, so that it can cross from one thread to another. */
export type Trained = Omit<Snapshot, 'maker' | 'triage'>;

export type TrainedResult =
  | { readonly ok: true; readonly trained: Trained }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads, checks and trains, which takes a minute or two.
 *
 * @param place where a snapshot may hold models that were trained on the same before
 */
export function readTrained(root: string, place: SnapshotPlace): TrainedResult {
  const files = fingerprintOf(root) ?? '';
  const read = readKnowledge(root);
  if (!read.ok) return read;
  const { corpus, risk } = read.files;
  const recall = recallModels(place);
  const riskModel = risk.intents.length > 0 ? (recall(risk) ?? trainModel(risk)) : undefined;
  const model = recall(corpus) ?? trainModel(corpus);
  const learnt = {
    model: fingerprintCorpus(corpus, place.trainer),
    riskModel: fingerprintCorpus(risk, place.trainer),
  };
  const checked = { ...read.files, risk: withoutTexts(risk) };
  return { ok: true, trained: { files, checked, model, riskModel, learnt } };
}
