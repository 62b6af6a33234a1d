import { explain } from '../answering/explain.ts';
import type { Mind } from '../answering/mind.ts';
import type { Outcome } from '../answering/respond.ts';
import { answerId } from '../domain/ids.ts';
import { idsOf } from '../domain/ids-of.ts';
import type { Why } from './wire.ts';

/** Why a text got its answer, with titles beside the ids. */
export function describeWhy({ content, matcher }: Mind, text: string, outcome: Outcome): Why {
  const { decision } = outcome;
  const { read, as, thresholds, candidates, ...rest } = explain(outcome, matcher, text);
  const shown = decision.kind === 'suggestions' ? decision.candidates.map(({ id }) => id) : idsOf(decision);
  const titleOf = (id: string): string => content.answers.get(answerId(id))?.title ?? id;
  return {
    ...rest,
    text,
    kind: decision.kind,
    confidence: 'confidence' in decision ? decision.confidence : 1,
    answers: shown.map((id) => ({ id, title: titleOf(id) })),
    ...(read === undefined ? {} : { read }),
    ...(as === undefined ? {} : { as }),
    candidates: candidates.map((each) => ({ ...each, title: titleOf(each.id) })),
    thresholds: thresholds ?? {},
  };
}
