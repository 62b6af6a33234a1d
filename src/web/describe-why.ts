import { explain } from '../answering/explain.ts';
import type { Mind } from '../answering/mind.ts';
import type { Outcome } from '../answering/respond.ts';
import type { Decision } from '../domain/decision.ts';
import { answerId } from '../domain/ids.ts';
import type { Why } from './wire.ts';

/** Why a text got its answer, with titles beside the ids. */
export function describeWhy({ content, matcher }: Mind, text: string, outcome: Outcome): Why {
  const { decision } = outcome;
  const { read, as, thresholds, candidates, ...rest } = explain(outcome, matcher, text);
  const titleOf = (id: string): string => content.answers.get(answerId(id))?.title ?? id;
  return {
    ...rest,
    text,
    kind: decision.kind,
    confidence: 'confidence' in decision ? decision.confidence : 1,
    answers: idsOf(decision).map((id) => ({ id, title: titleOf(id) })),
    ...(read === undefined ? {} : { read }),
    ...(as === undefined ? {} : { as }),
    candidates: candidates.map((each) => ({ ...each, title: titleOf(each.id) })),
    thresholds: thresholds ?? {},
  };
}

function idsOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'answer':
      return decision.ids;
    case 'talk':
      return [decision.id];
    case 'safety':
      return decision.classes;
    case 'suggestions':
      return decision.candidates.map(({ id }) => id);
    default:
      return [];
  }
}
