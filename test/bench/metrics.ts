/** One question put to an engine: whether an answer fits at all, where the right one ranked, and how sure it was. */
export interface Outcome {
  readonly inScope: boolean;
  /** 0 is first; -1 when it is not there. */
  readonly rank: number;
  readonly sure: number;
  readonly micros: number;
  /** The right answer, and the one that came first. */
  readonly id?: string | null;
  readonly first?: string | undefined;
  /** Probability that the first is right, from an engine that gives one. */
  readonly confidence?: number | undefined;
}

/** How well the score tells questions with an answer from questions without: .5 is not at all, 1 is always. */
export function auroc(outcomes: readonly Outcome[]): number {
  const sorted = [...outcomes].sort((a, b) => a.sure - b.sure);
  let below = 0;
  let sum = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end < sorted.length && sorted[end]?.sure === sorted[i]?.sure) end += 1;
    const tied = sorted.slice(i, end);
    const out = tied.filter(({ inScope }) => !inScope).length;
    sum += (tied.length - out) * (below + out / 2);
    below += out;
    i = end;
  }
  const inScope = outcomes.filter((outcome) => outcome.inScope).length;
  return sum / (inScope * (outcomes.length - inScope));
}

/** Right answers given when the bar is set so that the given share of off-topic messages gets an answer. */
export function rightAtRejection(outcomes: readonly Outcome[], share: number): number {
  const out = outcomes.filter(({ inScope }) => !inScope).map(({ sure }) => sure);
  const bar = out.sort((a, b) => b - a)[Math.floor(out.length * share)] ?? Number.NEGATIVE_INFINITY;
  const inScope = outcomes.filter((outcome) => outcome.inScope);
  return inScope.filter(({ rank, sure }) => rank === 0 && sure > bar).length / inScope.length;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function percent(count: number, total: number): string {
  return total === 0 ? '–' : ((100 * count) / total).toFixed(1);
}
