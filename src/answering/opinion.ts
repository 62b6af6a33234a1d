import type { SafetyClass } from '../domain/ids.ts';
import type { Bars } from './choose-classes.ts';
import type { Signs } from './weigh-likeness.ts';

/** All that the second opinion is weighed by. */
export interface Opinion {
  readonly weights: Readonly<Record<SafetyClass, Signs>>;
  readonly bars: Bars;
  /** From this confidence on a message is plainly one of the ordinary questions. */
  readonly plainly: number;
  /** From this likeness to what is heavy and no risk on, the support line stands under an ordinary answer. */
  readonly heavy: number;
  /**
   * Talk that does not address the bot is answered where a threat to life is said outright: an outright rule matches and
   * the message is at least so likely about the class (`ruled`), or no such rule matches and it is so likely (`alone`).
   */
  readonly outright: { readonly ruled: number; readonly alone: number };
}

/**
 * The weights are what `npx tsx test/bench/fit-opinion.ts` finds, and the bars are near what it finds. Set by hand: `plain`
 * and `said`; `over` and `under`, where it is no matter of a few messages; and the bar of personal advice, which else would
 * be so low that every fiftieth ordinary question were refused.
 */
export const SHIPPED_OPINION: Opinion = {
  weights: {
    'medical-emergency': {
      base: 0.04,
      length: -0.47,
      whole: 1.92,
      wholeRisk: -0.06,
      more: -0.39,
      less: 0.26,
      single: -1.16,
      sentence: 0.79,
      sentenceRisk: 0.02,
      ruled: 1.27,
      aroundPhrase: 0.3,
      aroundClause: 0.2,
      aroundSentence: -0.33,
    },
    crisis: {
      base: 1.34,
      length: -0.79,
      whole: 1.29,
      wholeRisk: 0.43,
      more: 0.19,
      less: -0.43,
      single: -0.4,
      sentence: 0.46,
      sentenceRisk: 0.18,
      ruled: 2.85,
      aroundPhrase: 0.62,
      aroundClause: 0.02,
      aroundSentence: -0.3,
    },
    'self-administration': {
      base: 1.59,
      length: -0.47,
      whole: 1.25,
      wholeRisk: 0.49,
      more: 0.34,
      less: -0.41,
      single: -2.07,
      sentence: 0.88,
      sentenceRisk: -0.15,
      ruled: 2.31,
      aroundPhrase: 0.26,
      aroundClause: 0.55,
      aroundSentence: -0.73,
    },
    'personal-medical-advice': {
      base: -0.02,
      length: 0.11,
      whole: 0.86,
      wholeRisk: 0.77,
      more: -0.35,
      less: 0.14,
      single: -1.15,
      sentence: 0.53,
      sentenceRisk: -0.15,
      ruled: 1.81,
      aroundPhrase: 0.53,
      aroundClause: 0.09,
      aroundSentence: -0.14,
    },
  },
  bars: {
    classes: {
      'medical-emergency': { alone: 0.24, over: 0.4, under: 1, plain: 0.4 },
      crisis: { alone: 0.24, over: 0.2, under: 0.5, plain: 0.4 },
      'self-administration': { alone: 0.26, over: 0.3, under: 0.2, plain: 0.6 },
      'personal-medical-advice': { alone: 0.12, over: 1, under: 0.4, plain: 0.5 },
    },
    said: { phrase: 0.7, clause: 0.5, sentence: 0.5, doubt: 0.03 },
  },
  plainly: 0.8,
  heavy: 0.2,
  outright: { ruled: 0.9, alone: 0.97 },
};
