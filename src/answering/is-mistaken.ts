import { lessUrgent } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import type { Match } from '../safety/triage.ts';
import { LOOK_ALIKE, OPINION_BARS, OUTWEIGHED } from './opinion-bars.ts';
import { type Likeness, readLikeness, riskOf } from './read-likeness.ts';

/**
 * Whether a rule found words and no danger: neither the message, nor any of its sentences, nor the words around the match
 * resemble a risk at all (a laptop that will not wake up), or they resemble a less urgent class and not this one.
 *
 * @param asksPlainly whether the message is plainly one of the ordinary questions: asked only where that matters
 */
export function isMistaken(
  match: Match,
  likeness: Likeness,
  asksPlainly: () => boolean,
  wordings: Matcher,
): boolean {
  const { class: name, around } = match;
  const isRisk = (bar: number): boolean =>
    likeness.risk >= bar || around.some((words) => riskOf(words, wordings) >= bar);
  if (!isRisk(LOOK_ALIKE[name])) return true;
  if (!isRisk(OPINION_BARS[name].plain) && asksPlainly()) return true;
  return isOutweighed(match, likeness, wordings);
}

function isOutweighed(
  { class: name, around }: Match,
  { whole, sentences }: Likeness,
  wordings: Matcher,
): boolean {
  const { by, own } = OUTWEIGHED;
  return (
    lessUrgent(name).some((other) => whole[other] >= by) &&
    Math.max(whole[name], sentences[name]) < own &&
    around.every((words) => readLikeness(words, wordings).whole[name] < own)
  );
}
