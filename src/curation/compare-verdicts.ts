import type { Verdict } from './judge-questions.ts';
import type { Labelled } from './read-labelled.ts';

/** A labelled question of which something else became than before. */
export interface Flip {
  readonly question: Labelled;
  readonly before: string;
  readonly after: string;
  readonly turn: Turn;
}

/** `same`: another outcome, and no better or worse for the asker. */
export type Turn = 'better' | 'worse' | 'same';

/** The blast radius of an edit. */
export interface Flips {
  readonly asked: number;
  readonly flips: readonly Flip[];
  /** Questions answered right before and after. */
  readonly right: { readonly before: number; readonly after: number };
}

/** Sets two runs over the same questions side by side. */
export function compareVerdicts(
  questions: readonly Labelled[],
  before: readonly Verdict[],
  after: readonly Verdict[],
): Flips {
  const flips = questions.flatMap((question, i): Flip[] => {
    const [old, now] = [before[i], after[i]];
    if (!old || !now || old.outcome === now.outcome) return [];
    const turn = now.rank > old.rank ? 'better' : now.rank < old.rank ? 'worse' : 'same';
    return [{ question, before: old.outcome, after: now.outcome, turn }];
  });
  const right = (verdicts: readonly Verdict[]) => verdicts.filter(({ rank }) => rank === 3).length;
  return { asked: questions.length, flips, right: { before: right(before), after: right(after) } };
}

export function countTurns({ flips }: Flips): Readonly<Record<Turn, number>> {
  const counts = { better: 0, worse: 0, same: 0 };
  for (const { turn } of flips) counts[turn] += 1;
  return counts;
}
