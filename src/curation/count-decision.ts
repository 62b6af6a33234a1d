import type { Decision } from '../domain/decision.ts';
import type { Count } from '../domain/running-stores.ts';
import { ANSWER, OUTCOME } from './counter-names.ts';

/**
 * What to add to the counters for a decision: its outcome, and the answers given. Nothing for silence. Nothing in it
 * tells who asked what.
 *
 * @param at milliseconds since 1970
 */
export function countDecision(decision: Decision, at: number): readonly Count[] {
  if (decision.kind === 'silent') return [];
  const day = new Date(at).toISOString().slice(0, 10);
  const given = decision.kind === 'answer' ? decision.ids : [];
  const names = [`${OUTCOME}${decision.kind}`, ...given.map((id) => `${ANSWER}${id}`)];
  return names.map((name) => ({ name, day, n: 1 }));
}
