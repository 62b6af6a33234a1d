import type { AnswerId } from '../domain/ids.ts';
import type { Intent } from './corpus.ts';
import type { ClosePhrasing } from './match.ts';
import type { Vector } from './to-vector.ts';

/** Finds the phrasings of some answers that look most like a message, best first. */
export type FindClosest = (message: string, answers: readonly AnswerId[], count: number) => ClosePhrasing[];

interface Shelved extends Vector {
  readonly phrasing: string;
}

/** @param vectorOf a text as the linear layer sees it; of each phrasing it is remembered */
export function createFindClosest(
  intents: readonly Intent[],
  vectorOf: (text: string) => Vector,
): FindClosest {
  const shelves = new Map<AnswerId, readonly Shelved[]>();
  const shelf = ({ id, phrasings }: Intent): readonly Shelved[] => {
    const vectors = shelves.get(id) ?? phrasings.map((phrasing) => ({ phrasing, ...vectorOf(phrasing) }));
    shelves.set(id, vectors);
    return vectors;
  };
  return (message, answers, count) => {
    const vector = vectorOf(message);
    const own = new Map(vector.rows.map((row, i) => [row, vector.values[i] ?? 0]));
    return intents
      .filter(({ id }) => answers.includes(id))
      .flatMap((intent) =>
        shelf(intent).map(({ phrasing, rows, values }): ClosePhrasing => {
          const similarity = rows.reduce((sum, row, i) => sum + (own.get(row) ?? 0) * (values[i] ?? 0), 0);
          return { id: intent.id, phrasing, similarity };
        }),
      )
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, count);
  };
}
