/** Sparse examples, one after the other, each ending at `ends[i]`. */
export interface Examples {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly ends: Int32Array;
  /** Class of each example. */
  readonly classes: Int32Array;
}

/**
 * One-against-the-rest support vector machine with squared hinge loss, by dual coordinate ascent (Hsieh et al. 2008):
 * deterministic, no learning rate, all classes of an example at once. Returns the weights, feature by feature.
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
  const { rows, values, ends } = examples;
  const count = ends.length;
  const weights = new Float32Array(features * classes);
  const dual = new Float32Array(count * classes);
  const scores = new Float64Array(classes);
  const steps = new Float64Array(classes);
  const diagonal = 0.5 / cost;
  const order = shuffled(count);
  for (let pass = 0; pass < passes; pass += 1) {
    for (let k = 0; k < count; k += 1) {
      const i = order[k] as number;
      const from = i === 0 ? 0 : (ends[i - 1] as number);
      const to = ends[i] as number;
      scores.fill(0);
      let square = 0;
      for (let j = from; j < to; j += 1) {
        const value = values[j] as number;
        const base = (rows[j] as number) * classes;
        square += value * value;
        for (let c = 0; c < classes; c += 1)
          scores[c] = (scores[c] as number) + value * (weights[base + c] as number);
      }
      if (
        !ascend(scores, steps, dual, i * classes, examples.classes[i] as number, square + diagonal, diagonal)
      )
        continue;
      for (let j = from; j < to; j += 1) {
        const value = values[j] as number;
        const base = (rows[j] as number) * classes;
        for (let c = 0; c < classes; c += 1) {
          weights[base + c] = (weights[base + c] as number) + value * (steps[c] as number);
        }
      }
    }
  }
  return weights;
}

/** One step of the dual for each class of one example; false when none moves. */
function ascend(
  scores: Float64Array,
  steps: Float64Array,
  dual: Float32Array,
  base: number,
  own: number,
  curvature: number,
  diagonal: number,
): boolean {
  let moved = false;
  for (let c = 0; c < scores.length; c += 1) {
    const sign = c === own ? 1 : -1;
    const before = dual[base + c] as number;
    const gradient = sign * (scores[c] as number) - 1 + before * diagonal;
    const after = Math.max(0, before - gradient / curvature);
    steps[c] = sign * (after - before);
    dual[base + c] = after;
    if (after !== before) moved = true;
  }
  return moved;
}

/** A fixed shuffle, so that neighbouring phrasings of one file are not learnt in a row. */
function shuffled(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  let state = 0x2f6e2b1;
  for (let i = count - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const swap = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swap;
  }
  return order;
}
