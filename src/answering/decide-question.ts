import type { Decision } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import type { Surface } from '../domain/question.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { type Bars, decide, GROUP_BARS, PRIVATE_BARS } from '../matching/decide.ts';
import type { Match } from '../matching/match.ts';
import { resolveFollowUp } from '../matching/resolve-follow-up.ts';
import { splitQuestion } from '../matching/split-question.ts';

/** A decision without safety, and the match it came from. */
export interface Judged {
  readonly decision: Exclude<Decision, { kind: 'safety' } | { kind: 'silent' }>;
  readonly match: Match;
  readonly bars: Bars;
  /** How the message was read: alone, in the light of the last answer, or as two questions. */
  readonly as: 'alone' | 'follow-up' | 'two-part';
}

export function barsOf(surface: Surface): Bars {
  return surface === 'group' || surface === 'inline' || surface === 'guest' ? GROUP_BARS : PRIVATE_BARS;
}

/** Decides what a message asks for: first in the light of the last answer, then as two questions, then alone. */
export function decideQuestion(
  matcher: Matcher,
  text: string,
  surface: Surface,
  last: AnswerId | undefined,
): Judged {
  const bars = barsOf(surface);
  const leaning = last === undefined ? undefined : resolveFollowUp(text, last, matcher);
  if (leaning) return { decision: judge(leaning, bars), match: leaning, bars, as: 'follow-up' };

  const match = matcher.match(text);
  const both = decideBoth(matcher, text, bars);
  if (both) return { decision: both, match, bars, as: 'two-part' };
  return { decision: judge(match, bars), match, bars, as: 'alone' };
}

function judge(match: Match, bars: Bars): Judged['decision'] {
  return decide(match, bars) as Judged['decision'];
}

/** Two ids, when a message holds two questions that are each answered, and differently. */
function decideBoth(matcher: Matcher, text: string, bars: Bars): Judged['decision'] | undefined {
  const parts = splitQuestion(text)?.map((part) => decide(matcher.match(part), bars));
  const [first, second] = parts ?? [];
  if (first?.kind !== 'answer' || second?.kind !== 'answer' || first.ids[0] === second.ids[0])
    return undefined;
  const confidence = Math.min(first.confidence, second.confidence);
  return { kind: 'answer', ids: [first.ids[0], second.ids[0]], confidence };
}
