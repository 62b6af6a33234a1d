import { GROUPS, type Group } from './extract-features.ts';
import type { Constants } from './tuning.ts';

/** One sparse vector: the groups of features, each scaled to its share; unknown features count in the length only. */
export interface Vector {
  readonly rows: readonly number[];
  readonly values: readonly number[];
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
  readonly amounts: Float64Array;
}

export function toVector(bags: Features, table: FeatureTable, tuned: Constants): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  const { idf, unknownIdf } = table;
  let total = 0;
  for (const group of GROUPS) if (bags[group].size > 0) total += tuned[group] ** 2;
  for (const group of GROUPS) {
    const bag = bags[group];
    if (bag.size === 0 || tuned[group] === 0) continue;
    const from = values.length;
    let square = 0;
    for (let i = 0; i < bag.size; i += 1) {
      const row = table.rowOf(bag.hashes[i] as number);
      const value = (bag.amounts[i] as number) * (row < 0 ? unknownIdf : (idf[row] as number));
      square += value * value;
      if (row < 0) continue;
      rows.push(row);
      values.push(value);
    }
    const scale = square > 0 ? tuned[group] / Math.sqrt(square * total) : 0;
    for (let i = from; i < values.length; i += 1) {
      values[i] = (values[i] as number) * scale;
    }
  }
  return { rows, values };
}
