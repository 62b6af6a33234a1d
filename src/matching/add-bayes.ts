import type { Examples } from './train-linear.ts';

/** What a feature counts in a class where it never occurs, so that its logarithm exists. */
const FLOOR = 0.0003;
/** Every class is counted as if it had so many more phrasings, which hold what those of all classes hold. */
const PRIOR = 2;

/**
 * Adds to the weights what naive Bayes would give each feature: the logarithm of how common it is in a class, beside all
 * classes. Where a class has few phrasings, counting is surer than fitting; and since both are sums over features, the
 * mixture costs nothing when a question is asked.
 *
 * @param share of naive Bayes in the mixture; 0 leaves the weights as they are
 */
export function addBayes(weights: Float32Array, examples: Examples, classes: number, share: number): void {
  if (share === 0) return;
  const { rows, values, ends, classes: owners } = examples;
  const mass = new Float32Array(weights.length);
  const sizes = new Float64Array(classes);
  for (let i = 0; i < ends.length; i += 1) {
    const owner = owners[i] as number;
    sizes[owner] = (sizes[owner] as number) + 1;
    for (let j = i === 0 ? 0 : (ends[i - 1] as number); j < (ends[i] as number); j += 1) {
      const at = (rows[j] as number) * classes + owner;
      mass[at] = (mass[at] as number) + (values[j] as number);
    }
  }
  const logs = new Float64Array(classes);
  for (let base = 0; base < weights.length; base += classes) {
    let mean = 0;
    let all = 0;
    for (let c = 0; c < classes; c += 1) all += (mass[base + c] as number) / ends.length;
    for (let c = 0; c < classes; c += 1) {
      const log = Math.log(
        FLOOR + ((mass[base + c] as number) + PRIOR * all) / ((sizes[c] as number) + PRIOR),
      );
      logs[c] = log;
      mean += log / classes;
    }
    for (let c = 0; c < classes; c += 1) {
      weights[base + c] = (weights[base + c] as number) + share * ((logs[c] as number) - mean);
    }
  }
}
