/** Sparse examples, one after the other, each ending at `ends[i]`. */
export interface Examples {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly ends: Int32Array;
  /** Class of each example. */
  readonly classes: Int32Array;
}

/** Every so many passes, classes that were left out because they rest are looked at again. */
const FULL_PASS = 5;
/** How far beyond its margin a class may be and still be looked at in every pass. */
const SLACK = 0.1;

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
  const active = new Uint8Array(count * classes).fill(1);
  const scores = new Float64Array(classes);
  const steps = new Float64Array(classes);
  const chosen = new Int32Array(classes);
  const diagonal = 0.5 / cost;
  const order = shuffled(count);
  for (let pass = 0; pass < passes; pass += 1) {
    const all = pass % FULL_PASS === 0;
    for (let k = 0; k < count; k += 1) {
      const i = order[k] as number;
      const base = i * classes;
      const from = i === 0 ? 0 : (ends[i - 1] as number);
      const to = ends[i] as number;
      let width = 0;
      for (let c = 0; c < classes; c += 1) if (all || active[base + c] === 1) chosen[width++] = c;
      for (let n = 0; n < width; n += 1) scores[n] = 0;
      let square = diagonal;
      for (let j = from; j < to; j += 1) {
        const value = values[j] as number;
        const row = (rows[j] as number) * classes;
        square += value * value;
        for (let n = 0; n < width; n += 1) {
          scores[n] = (scores[n] as number) + value * (weights[row + (chosen[n] as number)] as number);
        }
      }
      const own = examples.classes[i] as number;
      let moving = 0;
      for (let n = 0; n < width; n += 1) {
        const c = chosen[n] as number;
        const sign = c === own ? 1 : -1;
        const before = dual[base + c] as number;
        const gradient = sign * (scores[n] as number) - 1 + before * diagonal;
        const after = Math.max(0, before - gradient / square);
        active[base + c] = after > 0 || gradient < SLACK ? 1 : 0;
        if (after === before) continue;
        dual[base + c] = after;
        steps[moving] = sign * (after - before);
        chosen[moving] = c;
        moving += 1;
      }
      for (let j = from; moving > 0 && j < to; j += 1) {
        const value = values[j] as number;
        const row = (rows[j] as number) * classes;
        for (let n = 0; n < moving; n += 1) {
          const at = row + (chosen[n] as number);
          weights[at] = (weights[at] as number) + value * (steps[n] as number);
        }
      }
    }
  }
  return weights;
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
