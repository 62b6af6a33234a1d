import { lessUrgent, moreUrgent, type OfClasses, SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import type { Around } from '../safety/triage.ts';
import type { Likeness } from './read-likeness.ts';

/** How likely a message must be about a class, 0 to 1, for its text to go out. */
export interface ClassBars {
  readonly alone: number;
  /** Where it is about something less urgent, whose text this one would take the place of. */
  readonly over: number;
  /** Where it is about something more urgent: the class then only holds back what must not follow, such as a dose. */
  readonly under: number;
  /** The least where the message is plainly one of the ordinary questions; 0 where that counts for nothing. */
  readonly plain: number;
}

export interface Bars {
  readonly classes: OfClasses<ClassBars>;
  /**
   * Where the sentence of a rule's match resembles its class so much by itself, the match counts whatever else the message
   * is about: nothing that stands beside "I want to die" takes it back. So it does where the words around it within the
   * sentence do, unless the class is less likely than `doubt`: "can't breathe, watch that cat" is one sentence.
   */
  readonly said: Readonly<Record<keyof Around | 'doubt', number>>;
}

/** From this likelihood on a message is about a class whatever else it is about. */
const SURE = 0.5;

/**
 * The classes that a message is about, most urgent first.
 *
 * @param chances how likely it is about each
 * @param isPlain whether it is plainly one of the ordinary questions; only asked where that matters
 */
export function chooseClasses(
  chances: OfClasses<number>,
  { around }: Pick<Likeness, 'around'>,
  isPlain: () => boolean,
  { classes, said }: Bars,
): SafetyClass[] {
  return SAFETY_CLASSES.filter((name) => {
    const match = around.get(name);
    if (match && match.sentence >= said.sentence) return true;
    if (match && chances[name] >= said.doubt && (match.phrase >= said.phrase || match.clause >= said.clause))
      return true;
    const { alone, over, under, plain } = classes[name];
    const isSure = (other: SafetyClass): boolean => chances[other] >= SURE;
    const bar = moreUrgent(name).some(isSure) ? under : lessUrgent(name).some(isSure) ? over : alone;
    return chances[name] >= bar && (chances[name] >= plain || !isPlain());
  });
}
