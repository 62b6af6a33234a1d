import type { SafetyClass } from '../domain/ids.ts';

/** How much a message must resemble the wordings of one class, 0 to 1. */
export interface ClassBars {
  /** For the class to be added. */
  readonly whole: number;
  /** The same for one sentence of several: alone it is short and resembles much. */
  readonly sentence: number;
  /** The same where the message is about something less urgent already, whose text this class would take the place of. */
  readonly over: Readonly<Partial<Record<SafetyClass, number>>>;
  /** Where it is about something more urgent already: the class then only holds back what must not follow, such as a dose. */
  readonly under: number;
  /** Where the message is plainly a question for one of the answers: the least for its likeness, or for a rule's match. */
  readonly plain: number;
  /** Below this likeness to any risk, the match of a rule counts as a look-alike. Rules that are `certain` are not asked. */
  readonly lookAlike: number;
  /** Below this likeness to its own class, the match of a rule counts as a look-alike too; 0: such matches are kept. */
  readonly own: number;
}

/** All that the second opinion is weighed by. */
export interface OpinionBars {
  readonly classes: Readonly<Record<SafetyClass, ClassBars>>;
  /** A message that so resembles one class is about that class, unless much speaks for another. */
  readonly leads: number;
  /** From this confidence on a message is plainly a question for one of the answers. */
  readonly plainly: number;
  /** From this likeness to what is heavy and no risk on, the support line stands under an ordinary answer. */
  readonly heavy: number;
  /** A message that so resembles a less urgent class, and its own so little, is not of the class that a rule found. */
  readonly outweighed: { readonly by: number; readonly own: number };
  /**
   * Talk that does not address the bot is answered where a threat to life is said outright: an outright rule matches and
   * the message resembles the class at least so much (`ruled`), or no such rule matches and it resembles it so much
   * (`alone`).
   */
  readonly outright: { readonly ruled: number; readonly alone: number };
}

/**
 * First chosen together on messages of fifteen authors, each with all that they wrote left out of training, and on the
 * development half of the labelled messages; those of emergency and crisis were then set by hand near what was found so.
 * Last of all they were moved half of the way to what one round of `npx tsx test/bench/fit-bars.ts` proposed for 2,800
 * messages that were written to trip the triage and were not yet learnt. Half,
 * because people who ask write few such messages: on the development half 20 of 991 harmless messages raise an alarm
 * then, before it were 26, and as many of the others are found.
 */
export const SHIPPED_BARS: OpinionBars = {
  classes: {
    'medical-emergency': {
      whole: 0.32,
      sentence: 0.69,
      over: { crisis: 0.23, 'self-administration': 0.23, 'personal-medical-advice': 0.31 },
      under: 0.1,
      plain: 0.45,
      lookAlike: 0.35,
      own: 0.25,
    },
    crisis: {
      whole: 0.43,
      sentence: 0.73,
      over: { 'self-administration': 0.3, 'personal-medical-advice': 0.3 },
      under: 0.15,
      plain: 0.48,
      lookAlike: 0.3,
      own: 0.35,
    },
    'self-administration': {
      whole: 0.35,
      sentence: 0.6,
      over: { 'personal-medical-advice': 0.29 },
      under: 0.2,
      plain: 0.58,
      lookAlike: 0.55,
      own: 0.05,
    },
    'personal-medical-advice': {
      whole: 0.25,
      sentence: 0.75,
      over: {},
      under: 0.1,
      plain: 0.51,
      lookAlike: 0.6,
      own: 0.05,
    },
  },
  leads: 0.1,
  plainly: 0.65,
  heavy: 0.2,
  outweighed: { by: 0.36, own: 0.5 },
  outright: { ruled: 0.6, alone: 0.9 },
};
