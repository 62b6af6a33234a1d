import type { Outcome } from './metrics.ts';
import type { EngineScore } from './score-engine.ts';

/** A point of a curve. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const BINS = 10;
const STEPS = 50;
const MOST_CLASSES = 60;

/** Of the answers given with about this confidence: the share that was right, and how many there were. */
export function reliability(outcomes: readonly Outcome[]): (Point & { readonly n: number })[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const mine = outcomes.filter(
      ({ confidence = 0 }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    );
    const sum = mine.reduce((total, { confidence = 0 }) => total + confidence, 0);
    const right = mine.filter(({ rank }) => rank === 0).length;
    return { x: sum / mine.length, y: right / mine.length, n: mine.length };
  }).filter(({ n }) => n > 0);
}

/** Mean distance between confidence and share of right answers, over all answers. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  return reliability(outcomes).reduce((sum, { x, y, n }) => sum + (Math.abs(x - y) * n) / outcomes.length, 0);
}

/**
 * When the least sure share `x` of all messages gets no answer: the share `y` of answers that are right. An answer to an
 * off-topic message is wrong.
 */
export function rejectionCurve({ outcomes }: EngineScore): Point[] {
  const sorted = [...outcomes].sort((a, b) => b.sure - a.sure);
  return Array.from({ length: STEPS }, (_, step) => {
    const given = sorted.slice(0, Math.max(1, Math.round(sorted.length * (1 - step / STEPS))));
    return { x: step / STEPS, y: given.filter(({ rank }) => rank === 0).length / given.length };
  });
}

/** How often each answer came first for the questions of each. */
export interface Confusions {
  /** Answers that were confused most, in order of their names; all of them where they are few. */
  readonly ids: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

export function confusions(outcomes: readonly Outcome[]): Confusions {
  const wrong = new Map<string, number>();
  const note = (id: string, error: number): Map<string, number> =>
    wrong.set(id, (wrong.get(id) ?? 0) + error);
  for (const { id, first, rank } of outcomes) {
    if (typeof id !== 'string') continue;
    note(id, rank === 0 ? 0 : 1);
    if (first !== undefined) note(first, rank === 0 ? 0 : 1);
  }
  const ids = [...wrong]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_CLASSES)
    .map(([id]) => id)
    .sort();
  const counts = ids.map((id) =>
    ids.map((first) => outcomes.filter((one) => one.id === id && one.first === first).length),
  );
  return { ids, counts };
}
