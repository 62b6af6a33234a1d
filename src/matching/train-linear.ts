import { shuffleByKey } from './fixed-random.ts';

/** Sparse examples, one after the other, each ending at `ends[i]`. */
export interface Examples {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly ends: Int32Array;
  /** Class of each example. */
  readonly classes: Int32Array;
  /** Hash of the text of each example, and of each feature. */
  readonly keys: Uint32Array;
  readonly hashes: Uint32Array;
}

/** Steps smaller than this, as a share of the largest that is possible, are not made: most classes rest most of the time. */
const LEAST = 0.001;

/**
 * Multinomial logistic regression by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013): deterministic,
 * no learning rate, all classes of an example at once. Returns the weights, feature by feature; the scores that they
 * give are logarithms of probabilities, up to a constant.
 *
 * @param cost inverse strength of the regularisation
 */
export function trainLinear(
  examples: Examples,
  features: number,
  classes: number,
  cost: number,
  passes: number,
): Float32Array {
  const { ends } = examples;
  const weights = new Float32Array(features * classes);
  const dual = new Float32Array(ends.length * classes);
  const scores = new Float64Array(classes);
  const moving = new Int32Array(classes);
  const order = shuffleByKey(examples.keys, 0);
  /** Pass up to which an example rests, because the last look at it moved nothing. */
  const resting = new Int8Array(ends.length);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const i of order) {
      if ((resting[i] as number) > pass) continue;
      const from = i === 0 ? 0 : (ends[i - 1] as number);
      const to = ends[i] as number;
      const square = addScores(examples, from, to, weights, scores);
      const pace = 2 / (cost * square + 2);
      const own = examples.classes[i] as number;
      const width = takeSteps(scores, dual.subarray(i * classes, (i + 1) * classes), own, cost, pace, moving);
      if (width > 0) addSteps(examples, from, to, weights, scores, moving, width);
      else resting[i] = pass + 2;
    }
  }
  return weights;
}

/** Scores of one example for every class; gives the square of its length. */
function addScores(
  { rows, values }: Examples,
  from: number,
  to: number,
  weights: Float32Array,
  scores: Float64Array,
): number {
  const classes = scores.length;
  let square = 0;
  scores.fill(0);
  for (let j = from; j < to; j += 1) {
    const value = values[j] as number;
    const row = (rows[j] as number) * classes;
    square += value * value;
    for (let c = 0; c < classes; c += 1) {
      scores[c] = (scores[c] as number) + value * (weights[row + c] as number);
    }
  }
  return square;
}

/** Moves the dual of one example towards its optimum; leaves the steps, by class, at the front of `scores`. */
function takeSteps(
  scores: Float64Array,
  dual: Float32Array,
  own: number,
  cost: number,
  pace: number,
  moving: Int32Array,
): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c += 1) top = Math.max(top, scores[c] as number);
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    const power = Math.exp((scores[c] as number) - top);
    scores[c] = power;
    sum += power;
  }
  let width = 0;
  for (let c = 0; c < scores.length; c += 1) {
    const target = cost * ((c === own ? 1 : 0) - (scores[c] as number) / sum);
    const step = pace * (target - (dual[c] as number));
    if (Math.abs(step) < LEAST * cost) continue;
    dual[c] = (dual[c] as number) + step;
    scores[width] = step;
    moving[width] = c;
    width += 1;
  }
  return width;
}

function addSteps(
  { rows, values }: Examples,
  from: number,
  to: number,
  weights: Float32Array,
  steps: Float64Array,
  moving: Int32Array,
  width: number,
): void {
  const classes = steps.length;
  for (let j = from; j < to; j += 1) {
    const value = values[j] as number;
    const row = (rows[j] as number) * classes;
    for (let n = 0; n < width; n += 1) {
      const at = row + (moving[n] as number);
      weights[at] = (weights[at] as number) + value * (steps[n] as number);
    }
  }
}
