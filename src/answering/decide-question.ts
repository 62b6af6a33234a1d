import type { Decision } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import { isPublic, type Surface } from '../domain/question.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { type Bars, decide, GROUP_BARS, PRIVATE_BARS } from '../matching/decide.ts';
import { decideMessage } from '../matching/decide-message.ts';
import type { Match } from '../matching/match.ts';

/** A decision without safety, and the match it came from. */
export interface Judged {
  readonly decision: Decision;
  readonly match: Match;
  readonly bars: Bars;
  /** How the message was read: alone, in the light of the last answer, or as two questions. */
  readonly as: 'alone' | 'follow-up' | 'two-part';
}

/** Decides what a message asks for, with the bars of the place where the reply will be read. */
export function decideQuestion(
  { matcher, content }: { readonly matcher: Matcher; readonly content: Content },
  text: string,
  surface: Surface,
  last: AnswerId | undefined,
): Judged {
  const bars = isPublic(surface) ? GROUP_BARS : PRIVATE_BARS;
  const { decision, match, parts, followsUp } = decideMessage(text, matcher, bars, last);
  const as = parts ? 'two-part' : followsUp ? 'follow-up' : 'alone';
  if (decision.kind !== 'answer' || !parts) return { decision, match, bars, as };
  // Talk about the bot beside a question about the treatment: the treatment is what was asked for.
  const ids = decision.ids.filter((id) => content.answers.get(id)?.kind !== 'talk');
  return isNonEmpty(ids)
    ? { decision: { ...decision, ids }, match, bars, as }
    : { decision: decide(match, bars), match, bars, as };
}
