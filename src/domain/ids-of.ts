import type { Decision } from './decision.ts';

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
