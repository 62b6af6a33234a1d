import type { Answer, LevelCaveat } from '../domain/curated.ts';
import type { LevelId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';

const COMA = /\bcoma\b/i;
/** Beside these the caveat that joins both methods stands: one sentence in place of two. */
const WITH_FIGURES: ReadonlySet<LevelId> = new Set(['study-number', 'comparison']);

/**
 * The caveat under a list of answers that names the coma method: its captions alone would make it look like one more
 * way of treatment. Lists without it carry the standing line, which every list has.
 */
export function listCaveats({ levels }: Content, answers: readonly Answer[]): readonly LevelCaveat[] {
  if (!answers.some(({ title, label }) => COMA.test(title) || COMA.test(label.text))) return [];
  const both = answers.some((answer) => answer.kind !== 'talk' && WITH_FIGURES.has(answer.level));
  return [both ? levels.comparison : levels['unproven-coma']];
}
