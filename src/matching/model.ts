import { rowFinder } from './hash-slots.ts';
import type { WordCounts } from './lexicon.ts';
import type { FeatureTable } from './to-vector.ts';

/** What training found: for each feature how telling it is, and how much it speaks for each answer. */
export interface Model {
  /** Ids of the answers; the last class stands for "no answer fits". */
  readonly classes: readonly string[];
  /** Where each feature is found, as {@link layOut} lays them out. */
  readonly slots: Int32Array;
  readonly idf: Float32Array;
  readonly unknownIdf: number;
  /** Weights in steps of the row's scale: `weights[row * classes + class]`. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  /** A layer of hidden units beside the weights; absent where the corpus asks for none. */
  readonly hidden?: Hidden;
  readonly words: WordCounts;
  /** Whether there were off-topic messages to learn from. */
  readonly knowsOffTopic: boolean;
}

/** What words mean together, which no sum over features can say. */
export interface Hidden {
  /** From features to units, in steps of the row's scale: `inner[row * width + unit]`. */
  readonly inner: Int8Array;
  readonly scales: Float32Array;
  /** What each unit starts from; as many as there are units. */
  readonly bias: Float32Array;
  /** From units to classes: `outer[unit * classes + class]`. */
  readonly outer: Float32Array;
}

/** Name of the class of messages that no answer fits. */
export const OFF_TOPIC = '';

/** Finds features by hash. */
export function featureTable({
  slots,
  idf,
  unknownIdf,
}: Pick<Model, 'slots' | 'idf' | 'unknownIdf'>): FeatureTable {
  return { rowOf: rowFinder(slots), idf, unknownIdf };
}

/** Rounds weights to a byte each, row by row. */
export function quantise(weights: Float32Array, classes: number): Pick<Model, 'weights' | 'scales'> {
  const rows = weights.length / classes;
  const bytes = new Int8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const base = row * classes;
    let largest = 0;
    for (let c = 0; c < classes; c += 1) largest = Math.max(largest, Math.abs(weights[base + c] as number));
    if (largest === 0) continue;
    scales[row] = largest / 127;
    for (let c = 0; c < classes; c += 1)
      bytes[base + c] = Math.round(((weights[base + c] as number) / largest) * 127);
  }
  return { weights: bytes, scales };
}
