import { GROUPS } from './extract-features.ts';
import type { Signal } from './match.ts';
import type { Model } from './model.ts';
import type { Vector } from './to-vector.ts';

/** What each group of features adds to the score of one answer: their sum is the score. */
export function weighEvidence({ rows, values, ends }: Vector, model: Model, answer: number): Signal[] {
  const classes = model.classes.length;
  return GROUPS.map((name, group) => {
    let value = 0;
    for (let j = group === 0 ? 0 : (ends[group - 1] as number); j < (ends[group] as number); j += 1) {
      const row = rows[j] as number;
      const weight = (model.weights[row * classes + answer] as number) * (model.scales[row] as number);
      value += (values[j] as number) * weight;
    }
    return { name, value };
  });
}
