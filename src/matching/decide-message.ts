import type { Decision } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import type { Matcher } from './create-matcher.ts';
import { type Bars, decide } from './decide.ts';
import { findQuestion } from './find-question.ts';
import type { Match, RankedCandidate } from './match.ts';
import { rememberMatches } from './remember-matches.ts';
import { resolveFollowUp } from './resolve-follow-up.ts';
import { type Cut, splitQuestion } from './split-question.ts';

/** How a message was understood: what to do, and the match that it was decided on (the first part's, for two parts). */
export interface Understanding {
  readonly decision: Decision;
  readonly match: Match;
  /** The two questions of a message in two parts. */
  readonly parts?: readonly [Match, Match];
  /** Whether the message was read in the light of the last answer. */
  readonly followsUp: boolean;
}

/** A part must be this much surer than a whole message, because a cut in the wrong place answers what nobody asked. */
const PART = 0.62;
/** So sure of both parts, they need not have the form of questions. */
const CLEAR = 0.98;
/** How much less sure the parts may be than the whole; a bare "and" joins words more often than questions. */
const LESS = { number: 0.4, end: 0.15, question: 0.3, sign: 0.05 };
/** Two scraps of so many words, such as `dose + side effects`, need not have the form of questions. */
const SCRAP = 5;

/**
 * Understands one message: alone, in the light of the last answer, or as two questions.
 *
 * @param lastId the answer that this person was given last in this chat, if any
 */
export function decideMessage(text: string, known: Matcher, bars: Bars, lastId?: AnswerId): Understanding {
  const matcher = rememberMatches(known);
  const leaning = lastId === undefined ? undefined : resolveFollowUp(text, lastId, matcher);
  const match = leaning ?? matcher.match(text);
  const decision = decide(match, bars);
  const alone: Understanding = { decision, match, followsUp: leaning !== undefined };
  if (match.barrier || bars.answer > 1) return alone;
  const asked = decision.kind === 'unknown' ? findQuestion(text, match, matcher) : undefined;
  if (asked) return { ...alone, match: asked, decision: offer(decide(asked, bars)) };
  const parts = findParts(text, matcher, bars, match, lastId);
  if (!parts) return alone;
  const [first, second] = parts;
  const confidence = Math.min(first.candidates[0]?.confidence ?? 0, second.candidates[0]?.confidence ?? 0);
  const ids = parts.flatMap(({ candidates: [best] }) => (best ? [best.id] : []));
  const [main, ...others] = ids;
  if (main === undefined) return alone;
  return { ...alone, match: first, parts, decision: { kind: 'answer', ids: [main, ...others], confidence } };
}

/** An answer to a question that was cut out of its story is offered and not given. */
function offer(decision: Decision): Decision {
  if (decision.kind !== 'answer') return decision;
  const { confidence } = decision;
  const [id] = decision.ids;
  return { kind: 'suggestions', candidates: [{ id, confidence }], confidence };
}

function findParts(
  text: string,
  matcher: Matcher,
  bars: Bars,
  whole: Match,
  lastId: AnswerId | undefined,
): readonly [Match, Match] | undefined {
  const bar = Math.max(PART, bars.answer);
  let best: readonly [Match, Match] | undefined;
  let bestSure = 0;
  const clarity = whole.candidates[0]?.confidence ?? 0;
  for (const { at, first: a, second: b } of splitQuestion(text)) {
    const first = (lastId && resolveFollowUp(a, lastId, matcher)) ?? matcher.match(a);
    const one = sureOf(first, bar);
    if (!one) continue;
    const second = resolveFollowUp(b, one.id, matcher) ?? matcher.match(b);
    const two = sureOf(second, bar);
    if (!two || two.id === one.id) continue;
    const sure = Math.min(one.confidence, two.confidence);
    if (sure < CLEAR && !bothAsk(a, b, at, matcher)) continue;
    if (sure > bestSure && sure >= clarity - LESS[at]) [best, bestSure] = [[first, second], sure];
  }
  return best;
}

function bothAsk(a: string, b: string, at: Cut['at'], matcher: Matcher): boolean {
  const [first, second] = [matcher.read(a), matcher.read(b)];
  const asks = [first, second].map(({ sentences }) => sentences.some(({ question }) => question));
  if (asks.every(Boolean)) return true;
  if (at === 'number') return true;
  const words = [first, second].map(
    ({ sentences }) => sentences.flatMap((sentence) => sentence.words).length,
  );
  return at === 'sign' && words.every((count) => count <= SCRAP);
}

/** The best answer of a part, if it is sure, and about the treatment or the bot rather than a courtesy. */
function sureOf(match: Match, bar: number): RankedCandidate | undefined {
  const [best] = match.candidates;
  if (!best || match.barrier || best.confidence < bar || COURTESIES.has(best.id)) return undefined;
  return best;
}

const COURTESIES: ReadonlySet<string> = new Set(['greeting', 'thanks', 'goodbye']);
