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
const LEARNT = 5e-3;
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

/** A network under training, and what one example needs. */
interface Training {
  readonly classes: number;
  readonly width: number;
  /**
   * For each feature one after the other, so that a look-up waits for memory once: its weights to the classes, its weights
   * to the hidden units, and how far each of the two has moved, squared.
   */
  readonly rows: Float32Array;
  readonly stride: number;
  readonly bias: Float32Array;
  readonly outer: Float32Array;
  /** How far the weights of each hidden unit have moved, squared. */
  readonly moved: Float32Array;
  /** The features of the example at hand that were not left out, as places in `rows`, and their amounts. */
  readonly places: Int32Array;
  readonly amounts: Float64Array;
  length: number;
  /** Scores of the classes, then what the loss gains with each. */
  readonly scores: Float64Array;
  /** What reaches each hidden unit. */
  readonly raw: Float64Array;
  /** The hidden units at work: which, how much, and what the loss gains with each. */
  readonly units: Int32Array;
  readonly active: Float64Array;
  readonly back: Float64Array;
  working: number;
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
  const { ends, classes: owners, keys } = examples;
  const random = new FixedRandom(seed);
  const training = begin(examples, features, classes, width, random, seed);
  /** Pass up to which an example rests, because there was nothing left to learn from it. */
  const resting = new Int8Array(ends.length);
  const all = passes * ends.length;
  let done = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    for (const i of shuffleByKey(keys, seed + pass)) {
      const left = 1 - done / all;
      done += 1;
      if ((resting[i] as number) > pass) continue;
      random.restart(hashPair(keys[i] as number, seed, pass));
      choose(training, examples, i, random);
      score(training, random);
      toSlopes(training.scores, owners[i] as number);
      const slope = squareOf(training.scores);
      if (slope < LEARNT) resting[i] = pass + 2;
      else step(training, slope, left);
    }
  }
  return finish(training, features);
}

function begin(
  { ends, hashes }: Examples,
  features: number,
  classes: number,
  width: number,
  random: FixedRandom,
  seed: number,
): Training {
  const stride = classes + width + 2;
  const rows = new Float32Array(features * stride);
  for (let row = 0; row < features; row += 1) {
    random.restart(hashPair(hashes[row] as number, seed, 0));
    for (let u = 0; u < width; u += 1) rows[row * stride + classes + u] = SPREAD * normal(random);
  }
  random.restart(seed);
  const bound = 1 / Math.sqrt(width);
  const outer = Float32Array.from({ length: width * classes }, () => bound * (2 * random.next() - 1));
  const longest = ends.reduce((most, end, i) => Math.max(most, end - (ends[i - 1] ?? 0)), 0);
  return {
    classes,
    width,
    rows,
    stride,
    bias: new Float32Array(width),
    outer,
    moved: new Float32Array(width),
    places: new Int32Array(longest),
    amounts: new Float64Array(longest),
    length: 0,
    scores: new Float64Array(classes),
    raw: new Float64Array(width),
    units: new Int32Array(width),
    active: new Float64Array(width),
    back: new Float64Array(width),
    working: 0,
  };
}

/** Takes up an example, less the features that are left out this time. */
function choose(training: Training, { rows, values, ends }: Examples, i: number, random: FixedRandom): void {
  const { places, amounts, stride } = training;
  let length = 0;
  // How far it is to the next one that is left out: a number for each of those, and not for each feature.
  let until = gap(random);
  for (let j = i === 0 ? 0 : (ends[i - 1] as number); j < (ends[i] as number); j += 1) {
    until -= 1;
    if (until < 0) {
      until = gap(random);
      continue;
    }
    places[length] = (rows[j] as number) * stride;
    amounts[length] = (values[j] as number) / (1 - DROP.features);
    length += 1;
  }
  training.length = length;
}

/** How many features are kept until one is left out. */
function gap(random: FixedRandom): number {
  return Math.floor(Math.log(1 - random.next()) / Math.log(1 - DROP.features));
}

/** Scores of the classes for the example at hand; some of the hidden units are left out. */
function score(training: Training, random: FixedRandom): void {
  const { classes, width, rows, outer, places, amounts, length, scores, raw, units, active } = training;
  scores.fill(0);
  raw.set(training.bias);
  for (let j = 0; j < length; j += 1) {
    const amount = amounts[j] as number;
    let at = places[j] as number;
    for (let c = 0; c < classes; c += 1, at += 1)
      scores[c] = (scores[c] as number) + amount * (rows[at] as number);
    for (let u = 0; u < width; u += 1, at += 1) raw[u] = (raw[u] as number) + amount * (rows[at] as number);
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
  training.working = working;
}

/**
 * Moves every weight that the example at hand touched.
 *
 * @param slope of the scores, squared
 * @param left how much of the training is still to come, from 1 to 0
 */
function step(training: Training, slope: number, left: number): void {
  const { classes, width, rows, bias, outer, moved, places, amounts, length, scores } = training;
  const { units, active, back, working } = training;
  const pace = PACE.rows * left;
  const paceOut = PACE.outer * left;
  let slopeIn = 0;
  for (let n = 0; n < working; n += 1) {
    const u = units[n] as number;
    const amount = active[n] as number;
    const size = amount * paceAfter(moved, u, (amount * amount * slope) / classes, paceOut);
    let sum = 0;
    for (let c = 0, at = u * classes; c < classes; c += 1, at += 1) {
      sum += (scores[c] as number) * (outer[at] as number);
      outer[at] = (outer[at] as number) - size * (scores[c] as number);
    }
    back[n] = sum / (1 - DROP.units);
    slopeIn += (back[n] as number) ** 2;
    bias[u] = (bias[u] as number) - paceOut * (back[n] as number);
  }
  for (let j = 0; j < length; j += 1) {
    const amount = amounts[j] as number;
    const square = amount * amount;
    const base = places[j] as number;
    const inner = base + classes;
    const size = amount * paceAfter(rows, inner + width, (square * slope) / classes, pace);
    for (let c = 0; c < classes; c += 1)
      rows[base + c] = (rows[base + c] as number) - size * (scores[c] as number);
    if (slopeIn === 0) continue;
    const sizeIn = amount * paceAfter(rows, inner + width + 1, (square * slopeIn) / width, pace);
    for (let n = 0; n < working; n += 1) {
      const at = inner + (units[n] as number);
      rows[at] = (rows[at] as number) - sizeIn * (back[n] as number);
    }
  }
}

/** How far to go, after noting how steep it is here. */
function paceAfter(moved: Float32Array, at: number, square: number, pace: number): number {
  const all = (moved[at] as number) + square;
  moved[at] = all;
  return pace / Math.sqrt(all + LEAST);
}

function finish({ classes, width, rows, stride, bias, outer }: Training, features: number): Network {
  const linear = new Float32Array(features * classes);
  const inner = new Float32Array(features * width);
  for (let row = 0; row < features; row += 1) {
    const base = row * stride;
    linear.set(rows.subarray(base, base + classes), row * classes);
    inner.set(rows.subarray(base + classes, base + classes + width), row * width);
  }
  return { linear, inner, bias, outer };
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
