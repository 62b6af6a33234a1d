import { FixedRandom, shuffleByKey } from './fixed-random.ts';
import { hashPair } from './hash.ts';
import type { Examples } from './train-linear.ts';

/** A linear layer, and beside it a hidden one. */
export interface Network {
  /** From features to classes: `linear[row * classes + class]`. */
  readonly linear: Float32Array;
  /** From features to hidden units: `inner[row * width + unit]`. */
  readonly inner: Float32Array;
  readonly bias: Float32Array;
  /** From hidden units to classes: `outer[unit * classes + class]`. */
  readonly outer: Float32Array;
}

/** Length of the first step; it shrinks to nothing by the end. */
const PACE = { rows: 0.3, outer: 0.02 };
/** Share of the features, and of the hidden units, left out each time, so that none is leant on alone. */
const DROP = { features: 0.1, units: 0.4 };
/** Spread of the weights from features to hidden units at the start. */
const SPREAD = 0.3;
/** Keeps the first step of a row that has not moved finite. */
const LEAST = 1e-12;
/** From this (squared) error down there is nothing left to learn from an example for now. */
const LEARNT = 1e-3;
/** Where each of the networks begins that are averaged into one. */
const SEEDS = [0x2f6e2b1, 0x51ed270b, 0x1f123bb5, 0x6c078965] as const;

/**
 * Softmax over a linear layer and a layer of hidden units (rectified), fitted together: what words mean together, which
 * no sum over features can say ("kill" beside "weeds"). Several small networks are trained, each from another beginning,
 * and averaged: by itself each depends too much on where it began. Deterministic; and since all that is left to chance
 * hangs on the texts themselves, a few texts more change little: with eight lines fewer of 87,000 the odds of a class moved
 * by .007 at the mean, where shuffling by number moved them by .043.
 *
 * @param width hidden units, a multiple of the number of those networks
 */
export function trainNetwork(
  examples: Examples,
  features: number,
  classes: number,
  width: number,
  passes: number,
): Network {
  const share = width / SEEDS.length;
  return average(
    SEEDS.map((seed) => trainMember(examples, features, classes, share, passes, seed)),
    features,
  );
}

/** One network that gives the mean of the scores of several. */
function average(members: readonly Network[], features: number): Network {
  const share = members[0]?.bias.length ?? 0;
  const width = share * members.length;
  const linear = new Float32Array(members[0]?.linear.length ?? 0);
  const inner = new Float32Array(features * width);
  members.forEach((member, m) => {
    member.linear.forEach((weight, at) => {
      linear[at] = (linear[at] as number) + weight / members.length;
    });
    for (let row = 0; row < features; row += 1)
      inner.set(member.inner.subarray(row * share, (row + 1) * share), row * width + m * share);
  });
  const bias = Float32Array.from(members.flatMap((member) => [...member.bias]));
  const outer = Float32Array.from(
    members.flatMap((member) => [...member.outer]),
    (weight) => weight / members.length,
  );
  return { linear, inner, bias, outer };
}

/**
 * By stochastic gradient, an example at a time, with a pace for each feature that falls as it has moved (AdaGrad, Duchi
 * et al. 2011, one number for a row).
 */
function trainMember(
  examples: Examples,
  features: number,
  classes: number,
  width: number,
  passes: number,
  seed: number,
): Network {
  const { rows, values, ends, classes: owners, keys, hashes } = examples;
  const random = new FixedRandom(seed);
  const linear = new Float32Array(features * classes);
  const inner = new Float32Array(features * width);
  for (let row = 0; row < features; row += 1) {
    random.restart(hashPair(hashes[row] as number, seed, 0));
    for (let u = 0; u < width; u += 1) inner[row * width + u] = SPREAD * normal(random);
  }
  random.restart(seed);
  const bias = new Float32Array(width);
  const bound = 1 / Math.sqrt(width);
  const outer = Float32Array.from({ length: width * classes }, () => bound * (2 * random.next() - 1));
  /** How far each row of weights has moved, squared. */
  const moved = {
    linear: new Float64Array(features),
    inner: new Float64Array(features),
    outer: new Float64Array(width),
  };

  const raw = new Float64Array(width);
  const scores = new Float64Array(classes);
  /** The hidden units at work in the example at hand: which, how much, and what the loss gains with each. */
  const units = new Int32Array(width);
  const active = new Float64Array(width);
  const back = new Float64Array(width);
  let order: Int32Array = new Int32Array(ends.length);
  /** Pass up to which an example rests, because there was nothing left to learn from it. */
  const resting = new Int8Array(ends.length);
  const longest = longestOf(ends);
  const chosen = new Int32Array(longest);
  const amounts = new Float64Array(longest);
  for (let done = 0; done < passes * order.length; done += 1) {
    const place = done % order.length;
    const pass = (done - place) / order.length;
    if (place === 0) order = shuffleByKey(keys, seed + pass);
    const i = order[place] as number;
    if ((resting[i] as number) > pass) continue;
    random.restart(hashPair(keys[i] as number, seed, pass));
    const own = owners[i] as number;
    let length = 0;
    for (let j = i === 0 ? 0 : (ends[i - 1] as number); j < (ends[i] as number); j += 1) {
      if (random.next() < DROP.features) continue;
      chosen[length] = rows[j] as number;
      amounts[length] = (values[j] as number) / (1 - DROP.features);
      length += 1;
    }

    scores.fill(0);
    raw.set(bias);
    for (let j = 0; j < length; j += 1) {
      const amount = amounts[j] as number;
      const row = chosen[j] as number;
      for (let c = 0, at = row * classes; c < classes; c += 1, at += 1)
        scores[c] = (scores[c] as number) + amount * (linear[at] as number);
      for (let u = 0, at = row * width; u < width; u += 1, at += 1)
        raw[u] = (raw[u] as number) + amount * (inner[at] as number);
    }
    let working = 0;
    for (let u = 0; u < width; u += 1) {
      if ((raw[u] as number) <= 0 || random.next() < DROP.units) continue;
      const amount = (raw[u] as number) / (1 - DROP.units);
      units[working] = u;
      active[working] = amount;
      working += 1;
      for (let c = 0; c < classes; c += 1)
        scores[c] = (scores[c] as number) + amount * (outer[u * classes + c] as number);
    }

    toSlopes(scores, own);
    const slope = squareOf(scores);
    if (slope < LEARNT) {
      resting[i] = pass + 2;
      continue;
    }
    const left = 1 - done / (passes * order.length);
    const pace = PACE.rows * left;
    const paceOut = PACE.outer * left;
    let slopeIn = 0;
    for (let n = 0; n < working; n += 1) {
      const u = units[n] as number;
      const amount = active[n] as number;
      let sum = 0;
      const step = stepOf(moved.outer, u, (amount * amount * slope) / classes, paceOut) * amount;
      for (let c = 0, at = u * classes; c < classes; c += 1, at += 1) {
        sum += (scores[c] as number) * (outer[at] as number);
        outer[at] = (outer[at] as number) - step * (scores[c] as number);
      }
      back[n] = sum / (1 - DROP.units);
      slopeIn += (back[n] as number) ** 2;
      bias[u] = (bias[u] as number) - paceOut * (back[n] as number);
    }
    for (let j = 0; j < length; j += 1) {
      const amount = amounts[j] as number;
      const row = chosen[j] as number;
      const square = amount * amount;
      const step = amount * stepOf(moved.linear, row, (square * slope) / classes, pace);
      for (let c = 0, at = row * classes; c < classes; c += 1, at += 1)
        linear[at] = (linear[at] as number) - step * (scores[c] as number);
      if (slopeIn === 0) continue;
      const stepIn = amount * stepOf(moved.inner, row, (square * slopeIn) / width, pace);
      for (let n = 0, base = row * width; n < working; n += 1) {
        const at = base + (units[n] as number);
        inner[at] = (inner[at] as number) - stepIn * (back[n] as number);
      }
    }
  }
  return { linear, inner, bias, outer };
}

function longestOf(ends: Int32Array): number {
  return ends.reduce((most, end, i) => Math.max(most, end - (ends[i - 1] ?? 0)), 0);
}

/** How far to go, after noting how steep it is here. */
function stepOf(moved: Float64Array, row: number, square: number, pace: number): number {
  const all = (moved[row] as number) + square;
  moved[row] = all;
  return pace / Math.sqrt(all + LEAST);
}

/** Turns scores into what the loss gains with each: its probability, less one for the class that is right. */
function toSlopes(scores: Float64Array, own: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c += 1) top = Math.max(top, scores[c] as number);
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = Math.exp((scores[c] as number) - top);
    sum += scores[c] as number;
  }
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] as number) / sum - (c === own ? 1 : 0);
}

function squareOf(values: Float64Array): number {
  let square = 0;
  for (let c = 0; c < values.length; c += 1) square += (values[c] as number) ** 2;
  return square;
}

/** Normally distributed, near enough: a sum of four, of spread one. */
function normal(random: FixedRandom): number {
  return (random.next() + random.next() + random.next() + random.next() - 2) * Math.sqrt(3);
}
