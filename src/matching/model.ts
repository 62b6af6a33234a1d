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

/** Share of the slots of a table that are taken. */
const FULL = 0.6;
const HASHES = 2 ** 32;

/**
 * Lays features out to be found by hash: open addressing. Each slot holds the row, counted from 1, and beside it the hash,
 * so that a look-up touches one place in memory: most of its time is waiting for that.
 */
export function layOut(hashes: Uint32Array): Int32Array {
  const size = Math.ceil(hashes.length / FULL) + 1;
  const slots = new Int32Array(size * 2);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] as number;
    let slot = firstSlot(hash, size);
    while ((slots[slot * 2] as number) > 0) slot = slot + 1 === size ? 0 : slot + 1;
    slots[slot * 2] = row + 1;
    slots[slot * 2 + 1] = hash | 0;
  }
  return slots;
}

/** Where to begin to look for a hash. */
function firstSlot(hash: number, size: number): number {
  return Math.floor(((hash >>> 0) / HASHES) * size);
}

/** Finds features by hash. */
export function featureTable({
  slots,
  idf,
  unknownIdf,
}: Pick<Model, 'slots' | 'idf' | 'unknownIdf'>): FeatureTable {
  const size = slots.length / 2;
  const rowOf = (wanted: number): number => {
    const hash = wanted | 0;
    let slot = firstSlot(wanted, size);
    for (;;) {
      const row = slots[slot * 2] as number;
      if (row === 0 || slots[slot * 2 + 1] === hash) return row - 1;
      slot = slot + 1 === size ? 0 : slot + 1;
    }
  };
  return { rowOf, idf, unknownIdf };
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
