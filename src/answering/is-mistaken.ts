import { lessUrgent } from '../domain/ids.ts';
import type { Match } from '../safety/triage.ts';
import type { OpinionBars } from './opinion-bars.ts';
import type { Likeness } from './read-likeness.ts';

/** What a match is weighed with. */
interface Weighing {
  /** Of the message. */
  readonly likeness: Likeness;
  /** Whether the message is plainly one of the ordinary questions: asked only where that matters. */
  asksPlainly(): boolean;
  /** The likeness of the words around a match. */
  read(words: string): Likeness;
  readonly bars: OpinionBars;
}

/**
 * Whether a rule found words and no danger: neither the message, nor any of its sentences, nor the words around the match
 * resemble a risk at all (a laptop that will not wake up), or nothing in them resembles this one, or they resemble a less
 * urgent class and not this one.
 */
export function isMistaken(
  { class: name, around }: Match,
  { likeness, asksPlainly, read, bars: { classes, outweighed } }: Weighing,
): boolean {
  const bars = classes[name];
  const isRisk = (bar: number): boolean =>
    likeness.risk >= bar || around.some((words) => read(words).risk >= bar);
  if (!isRisk(bars.lookAlike)) return true;
  if (!isRisk(bars.plain) && asksPlainly()) return true;
  const isLess = (bar: number): boolean =>
    Math.max(likeness.whole[name], likeness.sentences[name]) < bar &&
    around.every((words) => read(words).whole[name] < bar);
  const { by, own } = outweighed;
  // The words are of this class, and nothing that is said is: a rogue who bleeds out in a game.
  return isLess(bars.own) || (lessUrgent(name).some((other) => likeness.whole[other] >= by) && isLess(own));
}
