import type { OfClasses } from '../domain/ids.ts';
import type { Bars } from './choose-classes.ts';
import type { Signs } from './weigh-likeness.ts';

/** All that the second opinion is weighed by. */
export interface Opinion {
  readonly weights: OfClasses<Signs>;
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
 * The weights are what `npx tsx test/bench/fit-opinion.ts` finds, and the first three bars are near what it finds. By hand:
 * `plain` and `said`, so that a dose question is answered and nothing takes a threat back, and the bar of personal advice,
 * which else were so low that every fiftieth ordinary question got no answer.
 */
export const SHIPPED_OPINION: Opinion = {
  weights: {
    'medical-emergency': {
      base: 0.04,
      length: -0.44,
      whole: 2.07,
      wholeRisk: 0.02,
      more: -0.39,
      less: 0.3,
      single: -1.12,
      sentence: 0.78,
      sentenceRisk: 0.01,
      ruled: 0.79,
      aroundPhrase: 0.04,
      aroundClause: 0.27,
      aroundSentence: -0.16,
    },
    crisis: {
      base: 1.86,
      length: -0.88,
      whole: 1.38,
      wholeRisk: 0.42,
      more: 0.23,
      less: -0.43,
      single: -0.43,
      sentence: 0.5,
      sentenceRisk: 0.19,
      ruled: 3.01,
      aroundPhrase: 0.64,
      aroundClause: 0.2,
      aroundSentence: -0.42,
    },
    'self-administration': {
      base: 1.98,
      length: -0.45,
      whole: 1.34,
      wholeRisk: 0.56,
      more: 0.4,
      less: -0.39,
      single: -2.37,
      sentence: 0.86,
      sentenceRisk: -0.28,
      ruled: 2.16,
      aroundPhrase: 0.32,
      aroundClause: 0.52,
      aroundSentence: -0.74,
    },
    'personal-medical-advice': {
      base: -0.02,
      length: 0.22,
      whole: 0.85,
      wholeRisk: 0.74,
      more: -0.36,
      less: 0.18,
      single: -1.08,
      sentence: 0.58,
      sentenceRisk: -0.08,
      ruled: 1.56,
      aroundPhrase: 0.48,
      aroundClause: 0.05,
      aroundSentence: -0.11,
    },
  },
  bars: {
    classes: {
      'medical-emergency': { alone: 0.25, over: 0.42, under: 1, plain: 0 },
      crisis: { alone: 0.25, over: 0.24, under: 0.5, plain: 0 },
      'self-administration': { alone: 0.2, over: 0.32, under: 0.2, plain: 0.7 },
      'personal-medical-advice': { alone: 0.12, over: 1, under: 0.4, plain: 0.5 },
    },
    said: { phrase: 0.72, clause: 0.7, sentence: 0.65, doubt: 0.03 },
  },
  plainly: 0.8,
  heavy: 0.2,
  outright: { ruled: 0.9, alone: 0.97 },
};
