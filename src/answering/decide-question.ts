import type { Candidate, Decision } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import { isPublic, type Surface } from '../domain/question.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { type Bars, decide, GROUP_BARS, PRIVATE_BARS } from '../matching/decide.ts';
import { decideMessage } from '../matching/decide-message.ts';
import { standsAlone } from '../matching/resolve-follow-up.ts';

/** A decision without safety. Nothing of the message is in it. */
export interface Judged {
  readonly decision: Decision;
  /** The likeliest answers, best first, whatever was decided; talk is not among them. */
  readonly near: readonly Candidate[];
  readonly bars: Bars;
  /** How the message was read: alone, in the light of the last answer, or as two questions. */
  readonly as: 'alone' | 'follow-up' | 'two-part';
  /** Whether it would be decided alike after any other answer. */
  readonly standsAlone: boolean;
  /** The answer that was given before. */
  readonly last: AnswerId | undefined;
}

/** So many of the likeliest answers are kept. */
const MOST_NEAR = 8;

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
  const near = match.candidates
    .filter(({ talk }) => !talk)
    .slice(0, MOST_NEAR)
    .map(({ id, confidence }) => ({ id, confidence }));
  const judged: Judged = { decision, near, bars, as, standsAlone: standsAlone(text, matcher), last };
  if (decision.kind !== 'answer' || !parts) return judged;
  // Talk about the bot beside a question about the treatment: the treatment is what was asked for.
  const ids = decision.ids.filter((id) => content.answers.get(id)?.kind !== 'talk');
  return { ...judged, decision: isNonEmpty(ids) ? { ...decision, ids } : decide(match, bars) };
}
