import type { Candidate, SafetyHit } from '../domain/decision.ts';
import { decide, PRIVATE_BARS } from '../matching/decide.ts';
import type { Mind } from './mind.ts';
import { isFailure } from './triage-first.ts';

/** A story longer than this is not searched to its end: the safety text must not wait for it. */
const MOST_PARTS = 24;

/**
 * The general answers that fit beside a safety text, to be offered by a button and never given at once: at most one.
 * The parts of the message that hold no risk are looked at; a plea for personal advice is also matched as a whole,
 * because it mostly names its topic. Beside self-administration nothing is offered: the nearest answer is a dose.
 */
export function offerBeside(
  { matcher, content, triage }: Mind,
  text: string,
  hits: readonly SafetyHit[],
): readonly Candidate[] {
  if (hits.some((hit) => hit.class === 'self-administration') || isFailure({ hits })) return [];
  const parts = text
    .split(/(?<=[.?!\n])\s+|[,;]\s+|\s+(?:but|also)\s+/)
    .filter((part) => /\S\s+\S+\s+\S/.test(part));
  const harmless = parts.slice(0, MOST_PARTS).filter((part) => triage(part).hits.length === 0);
  const personal = hits.every((hit) => hit.class === 'personal-medical-advice');
  const found = [...harmless, ...(personal ? [text] : [])].flatMap((part): Candidate[] => {
    const decision = decide(matcher.match(part), PRIVATE_BARS);
    if (decision.kind === 'answer') return [{ id: decision.ids[0], confidence: decision.confidence }];
    return decision.kind === 'suggestions' && personal ? [decision.candidates[0]] : [];
  });
  const best = found
    .filter(({ id }) => content.answers.get(id)?.kind !== 'talk')
    .sort((a, b) => b.confidence - a.confidence)[0];
  return best ? [best] : [];
}
