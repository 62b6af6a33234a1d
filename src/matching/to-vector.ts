import { GROUPS, type Group } from './extract-features.ts';
import type { Constants } from './tuning.ts';

/** One sparse vector: the groups of features, each scaled to its share; unknown features count in the length only. */
export interface Vector {
  readonly rows: readonly number[];
  readonly values: readonly number[];
  /** Where each group of features ends among them, in the order of `GROUPS`. */
  readonly ends: readonly number[];
}

/** Looks a hashed feature up: its row in the model and how telling it is. Row -1: never seen. */
export interface FeatureTable {
  rowOf(hash: number): number;
  readonly idf: Float32Array;
  readonly unknownIdf: number;
}

/** Features of one message by group, as {@link toVector} reads them. */
export type Features = Readonly<Record<Group, FeatureList>>;

export interface FeatureList {
  readonly size: number;
  readonly hashes: Uint32Array;
  readonly amounts: Float64Array | Float32Array;
}

export function toVector(bags: Features, table: FeatureTable, tuned: Constants): Vector {
  const { idf, unknownIdf } = table;
  let total = 0;
  let most = 0;
  for (const group of GROUPS) {
    most += bags[group].size;
    if (bags[group].size > 0) total += tuned[group] ** 2;
  }
  // Of the size that is needed at most: lists that grow leave many times that behind.
  const rows = new Array<number>(most);
  const values = new Array<number>(most);
  const ends: number[] = [];
  let count = 0;
  for (const group of GROUPS) {
    const bag = bags[group];
    const from = count;
    if (bag.size === 0 || tuned[group] === 0) {
      ends.push(from);
      continue;
    }
    let square = 0;
    for (let i = 0; i < bag.size; i += 1) {
      const row = table.rowOf(bag.hashes[i] as number);
      const value =
        Math.min(tuned.most, bag.amounts[i] as number) * (row < 0 ? unknownIdf : (idf[row] as number));
      square += value * value;
      if (row < 0) continue;
      rows[count] = row;
      values[count] = value;
      count += 1;
    }
    const scale = square > 0 ? tuned[group] / Math.sqrt(square * total) : 0;
    for (let i = from; i < count; i += 1) {
      values[i] = (values[i] as number) * scale;
    }
    ends.push(count);
  }
  rows.length = count;
  values.length = count;
  return { rows, values, ends };
}
