import { lessUrgent } from '../domain/ids.ts';
import type { Match } from '../safety/triage.ts';
import { LOOK_ALIKE, OPINION_BARS, OUTWEIGHED, OWN } from './opinion-bars.ts';
import type { Likeness } from './read-likeness.ts';

/**
 * Whether a rule found words and no danger: neither the message, nor any of its sentences, nor the words around the match
 * resemble a risk at all (a laptop that will not wake up), or nothing in them resembles this one, or they resemble a less
 * urgent class and not this one.
 *
 * @param asksPlainly whether the message is plainly one of the ordinary questions: asked only where that matters
 * @param read the likeness of the words around a match
 */
export function isMistaken(
  match: Match,
  likeness: Likeness,
  asksPlainly: () => boolean,
  read: (words: string) => Likeness,
): boolean {
  const { class: name, around } = match;
  const isRisk = (bar: number): boolean =>
    likeness.risk >= bar || around.some((words) => read(words).risk >= bar);
  if (!isRisk(LOOK_ALIKE[name])) return true;
  if (!isRisk(OPINION_BARS[name].plain) && asksPlainly()) return true;
  const isLess = (bar: number): boolean =>
    Math.max(likeness.whole[name], likeness.sentences[name]) < bar &&
    around.every((words) => read(words).whole[name] < bar);
  const { by, own } = OUTWEIGHED;
  // The words are of this class, and nothing that is said is: a rogue who bleeds out in a game.
  return isLess(OWN[name]) || (lessUrgent(name).some((other) => likeness.whole[other] >= by) && isLess(own));
}
