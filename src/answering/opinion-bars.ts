import type { SafetyClass } from '../domain/ids.ts';

/** How much a message must resemble the wordings of a class for the class to be added, 0 to 1. */
export interface OpinionBars {
  readonly whole: number;
  /** For one sentence of several: alone it is short and resembles much. */
  readonly sentence: number;
  /** Where the message is about something less urgent already, whose text this class would take the place of. */
  readonly over: number;
  /** Where it is about something more urgent already: the class then only holds back what must not follow, such as a dose. */
  readonly under: number;
}

/**
 * Chosen bar by bar on messages of eight authors, each with all that they wrote left out of training, and on the
 * development half of the labelled set: so that most is found while few harmless ones raise an alarm.
 * `npx tsx test/bench/fit-opinion.ts` prints by cross-validation over the wordings what each bar finds, and how often it
 * is a false alarm.
 */
export const OPINION_BARS: Readonly<Record<SafetyClass, OpinionBars>> = {
  'medical-emergency': { whole: 0.35, sentence: 0.77, over: 0.25, under: 0.1 },
  crisis: { whole: 0.48, sentence: 0.83, over: 0.38, under: 0.14 },
  'self-administration': { whole: 0.46, sentence: 0.55, over: 0.33, under: 0.14 },
  'personal-medical-advice': { whole: 0.42, sentence: 0.8, over: 0.55, under: 0.09 },
};

/** A message that so resembles one class is about that class, unless much speaks for another. */
export const LEADS = 0.4;

/**
 * Below this likeness to any risk, the match of a rule counts as a look-alike: `plain` for a message that is plainly a
 * question for one of the answers. Rules that are `certain` are not asked.
 */
export const LOOK_ALIKE: Readonly<Record<SafetyClass, { readonly other: number; readonly plain: number }>> = {
  'medical-emergency': { other: 0.36, plain: 0.36 },
  crisis: { other: 0.18, plain: 0.23 },
  'self-administration': { other: 0.25, plain: 0.4 },
  'personal-medical-advice': { other: 0.5, plain: 0.5 },
};

/** From this confidence on a message is plainly a question for one of the answers, and must resemble a risk so much. */
export const PLAIN_QUESTION = { from: 0.85, bar: 0.75 };

/**
 * Talk that does not address the bot is answered where a threat to life is said outright: an outright rule matches and
 * the message resembles the class at least so much (`ruled`), or no such rule matches and it resembles it so much
 * (`alone`). Found on the labelled messages: no harmless one reaches the second.
 */
export const OUTRIGHT = { ruled: 0.25, alone: 0.98 };

/** From this likeness to a crisis on, the support line stands under an ordinary answer. */
export const HEAVY = 0.18;

/** A message that so resembles a less urgent class, and its own so little, is not of the class that a rule found. */
export const OUTWEIGHED = { by: 0.45, own: 0.25 };
