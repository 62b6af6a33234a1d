import type { Candidate, SafetyHit } from '../domain/decision.ts';
import type { Content } from '../domain/knowledge.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { decide, PRIVATE_BARS } from '../matching/decide.ts';

/**
 * The general answer that fits beside a safety text, to be offered by a button and never given at once. Beside
 * self-administration nothing is offered: the nearest answer would be a dose.
 */
export function offerBeside(
  matcher: Matcher,
  content: Content,
  text: string,
  hits: readonly SafetyHit[],
): readonly Candidate[] {
  if (hits.some((hit) => hit.class === 'self-administration' || hit.rule === 'triage-failed')) return [];
  const decision = decide(matcher.match(text), PRIVATE_BARS);
  const [best] =
    decision.kind === 'answer'
      ? decision.ids.map((id) => ({ id, confidence: decision.confidence }))
      : decision.kind === 'suggestions'
        ? decision.candidates
        : [];
  return best && content.answers.get(best.id)?.kind !== 'talk' ? [best] : [];
}
