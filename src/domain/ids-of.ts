import type { Decision } from './decision.ts';
import type { AnswerId } from './ids.ts';

/** The ids of the answers, or of the safety texts, that a decision gives: none for an offer, an unknown or silence. */
export function idsOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'answer':
      return decision.ids;
    case 'talk':
      return [decision.id];
    case 'safety':
      return decision.classes;
    default:
      return [];
  }
}

/** The answers from the document that a decision gives or offers. */
export function answersMeant(decision: Decision): readonly AnswerId[] {
  if (decision.kind === 'answer') return decision.ids;
  return decision.kind === 'suggestions' ? decision.candidates.map(({ id }) => id) : [];
}
