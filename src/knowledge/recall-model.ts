import { createHash } from 'node:crypto';
import type { Corpus } from '../matching/corpus.ts';
import type { Model } from '../matching/model.ts';
import { readAnySnapshot, type SnapshotPlace } from './snapshot.ts';

/** Finds a model that was trained before on just this corpus, by just this code. */
export type RecallModel = (corpus: Corpus) => Model | undefined;

/**
 * Fingerprint of all that a model depends on: texts, words and constants, and the code that trains.
 *
 * @param trainer see {@link SnapshotPlace}
 */
export function fingerprintCorpus(
  { intents, offTopic, vocabulary, tuning }: Corpus,
  trainer: string,
): string {
  return createHash('sha256')
    .update(trainer)
    .update(JSON.stringify([intents, offTopic, vocabulary, tuning]))
    .digest('hex');
}

/**
 * The models in the snapshot at a place, whatever its files were: training takes a minute or two, and an answer that is
 * only worded otherwise needs none.
 */
export function recallModels(place: SnapshotPlace): RecallModel {
  const before = readAnySnapshot(place.path);
  if (!before) return () => undefined;
  const models = new Map([
    [before.learnt.model, before.model],
    [before.learnt.riskModel, before.riskModel],
  ]);
  return (corpus) => models.get(fingerprintCorpus(corpus, place.trainer));
}
