import type { SafetyClass } from '../domain/ids.ts';

/** How much a message must resemble the wordings of a class for the class to be added, 0 to 1. */
export interface OpinionBars {
  readonly whole: number;
  /** For one sentence of several: alone it is short and resembles much. */
  readonly sentence: number;
  /** Where a rule has found another class already, or the message as a whole resembles another more than not. */
  readonly beside: number;
}

/**
 * Chosen bar by bar on labelled messages whose authors' wordings were left out of training, so that most is found while
 * hard alarms on harmless messages stay at two of a hundred. `npx tsx test/bench/fit-opinion.ts` prints by
 * cross-validation over the wordings what each bar finds and how often it is a false alarm.
 */
export const OPINION_BARS: Readonly<Record<SafetyClass, OpinionBars>> = {
  'medical-emergency': { whole: 0.15, sentence: 0.2, beside: 0.55 },
  crisis: { whole: 0.27, sentence: 0.22, beside: 0.55 },
  'self-administration': { whole: 0.22, sentence: 0.27, beside: 0.55 },
  'personal-medical-advice': { whole: 0.2, sentence: 0.2, beside: 0.65 },
};

/** A message that so resembles one class is about that class, unless much speaks for another. */
export const LEADS = 0.5;

/**
 * Below this likeness to any risk, the match of a rule counts as a look-alike: `plain` for a message that is plainly a
 * question for one of the answers. Rules that are `certain` are not asked.
 */
export const LOOK_ALIKE: Readonly<Record<SafetyClass, { readonly other: number; readonly plain: number }>> = {
  'medical-emergency': { other: 0.03, plain: 0.08 },
  crisis: { other: 0.08, plain: 0.15 },
  'self-administration': { other: 0.2, plain: 0.28 },
  'personal-medical-advice': { other: 0.14, plain: 0.25 },
};

/** From this confidence on a message is plainly a question for one of the answers, and must resemble a risk so much. */
export const PLAIN_QUESTION = { from: 0.85, bar: 0.35 };

/**
 * Talk that does not address the bot is answered where a threat to life is said outright: an outright rule matches and
 * the message resembles the class at least so much (`ruled`), or no such rule matches and it resembles it so much
 * (`alone`). Found on the labelled messages: no harmless one reaches the second.
 */
export const OUTRIGHT = { ruled: 0.2, alone: 0.9 };

/** From this likeness to a crisis on, the support line stands under an ordinary answer. */
export const HEAVY = 0.08;

/** A message that so resembles another class, and its own so little, is not of the class that a rule found. */
export const OUTWEIGHED = { by: 0.5, own: 0.05 };
