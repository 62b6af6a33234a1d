import { describe, expect, test } from 'vitest';
import { scoreVector } from '../../src/matching/score-vector.ts';
import type { Examples } from '../../src/matching/train-linear.ts';
import { trainLinear } from '../../src/matching/train-linear.ts';
import { type Network, trainNetwork } from '../../src/matching/train-network.ts';

/** "kill" and "weeds" beside any other word: either alone is class 1, both or neither are class 0. No sum can say that. */
const CASES = [
  { rows: [0, 1, 2], own: 0 },
  { rows: [2], own: 0 },
  { rows: [0, 2], own: 1 },
  { rows: [1, 2], own: 1 },
] as const;
const ROUNDS = 150;
const FEATURES = 3;
const CLASSES = 2;

function examplesOf(rounds: number): Examples {
  const all = Array.from({ length: rounds }, () => CASES).flat();
  const rows = all.flatMap((each) => each.rows);
  let end = 0;
  return {
    rows: Int32Array.from(rows),
    values: Float32Array.from(rows, () => 1),
    ends: Int32Array.from(all, (each) => {
      end += each.rows.length;
      return end;
    }),
    classes: Int32Array.from(all, ({ own }) => own),
    keys: Uint32Array.from(all, (_, i) => i),
    hashes: Uint32Array.from({ length: FEATURES }, (_, row) => row),
  };
}

/** Class with the highest score, by weights that are not rounded. */
function best(rows: readonly number[], linear: Float32Array, network?: Network): number {
  const scores = new Float64Array(CLASSES);
  for (const row of rows)
    for (let c = 0; c < CLASSES; c += 1) scores[c] = (scores[c] ?? 0) + (linear[row * CLASSES + c] ?? 0);
  network?.bias.forEach((start, u) => {
    const width = network.bias.length;
    const sum = rows.reduce((total, row) => total + (network.inner[row * width + u] ?? 0), start);
    for (let c = 0; sum > 0 && c < CLASSES; c += 1)
      scores[c] = (scores[c] ?? 0) + sum * (network.outer[u * CLASSES + c] ?? 0);
  });
  return scores[0] !== undefined && scores[1] !== undefined && scores[1] > scores[0] ? 1 : 0;
}

describe('a network', () => {
  const network = trainNetwork(examplesOf(ROUNDS), FEATURES, CLASSES, 16, 6);

  test('learns what words mean together', () => {
    expect(CASES.map(({ rows }) => best(rows, network.linear, network))).toEqual([0, 0, 1, 1]);
  });

  test('which the linear layer by itself cannot', () => {
    const linear = trainLinear(examplesOf(ROUNDS), FEATURES, CLASSES, 40, 6);
    expect(CASES.map(({ rows }) => best(rows, linear))).not.toEqual([0, 0, 1, 1]);
  });

  test('is the same to the bit each time', () => {
    expect(trainNetwork(examplesOf(ROUNDS), FEATURES, CLASSES, 16, 6)).toEqual(network);
  });
});

test('a model gives the scores of both layers', () => {
  const model = {
    classes: ['a', ''],
    slots: new Int32Array(0),
    idf: new Float32Array(0),
    unknownIdf: 1,
    weights: Int8Array.of(1, -1),
    scales: Float32Array.of(0.5),
    hidden: {
      inner: Int8Array.of(4, -4),
      scales: Float32Array.of(0.25),
      bias: Float32Array.of(0.5, 0.5),
      outer: Float32Array.of(1, 2, 10, 10),
    },
    words: { known: new Map(), familiar: new Map() },
    knowsOffTopic: true,
  };
  const scores = new Float64Array(2);
  scoreVector(model, { rows: [0], values: [2], ends: [1] }, scores);
  // Linear: 2 · 0.5 · (1, −1). Hidden: the first unit 0.5 + 2 · 0.25 · 4 = 2.5, the second is below nothing.
  expect([...scores]).toEqual([1 + 2.5 * 1, -1 + 2.5 * 2]);
});
