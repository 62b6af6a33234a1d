import { lessUrgent, moreUrgent, type OfClasses, ofClasses, type SafetyClass } from '../domain/ids.ts';
import type { Likeness } from './read-likeness.ts';

/**
 * What speaks for a class and against it, as logarithms of odds or as 1 for yes. Of the message as a whole, how much it
 * resembles the class (`whole`), any of the classes (`wholeRisk`), and those that are more or less urgent (`more`, `less`);
 * of its sentences, where there are several, the same (`sentence`, `sentenceRisk`); of the words around the match of a rule,
 * where one matches (`ruled`), how much they resemble the class. `length`: the logarithm of the number of words.
 */
export const SIGNS = [
  'base',
  'length',
  'whole',
  'wholeRisk',
  'more',
  'less',
  'single',
  'sentence',
  'sentenceRisk',
  'ruled',
  'aroundPhrase',
  'aroundClause',
  'aroundSentence',
] as const;
export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>;

/** Nearer to none and to all than this, a likeness tells nothing more. */
const EDGE = 1e-4;

export function readSigns(name: SafetyClass, { whole, sentences, around, words }: Likeness): Signs {
  const sum = (names: readonly SafetyClass[]): number =>
    names.reduce((total, each) => total + whole[each], 0);
  const match = around.get(name);
  return {
    base: 1,
    length: Math.log(words + 1),
    whole: logOdds(whole[name]),
    wholeRisk: logOdds(whole.risk),
    more: logOdds(sum(moreUrgent(name))),
    less: logOdds(sum(lessUrgent(name))),
    single: sentences ? 0 : 1,
    sentence: sentences ? logOdds(sentences[name]) : 0,
    sentenceRisk: sentences ? logOdds(sentences.risk) : 0,
    ruled: match ? 1 : 0,
    aroundPhrase: match ? logOdds(match.phrase) : 0,
    aroundClause: match ? logOdds(match.clause) : 0,
    aroundSentence: match ? logOdds(match.sentence) : 0,
  };
}

/** How likely a message is about each class, 0 to 1: logistic regression on its signs. */
export function weighLikeness(likeness: Likeness, weights: OfClasses<Signs>): OfClasses<number> {
  return ofClasses((name) => {
    const signs = readSigns(name, likeness);
    const sum = SIGNS.reduce((total, sign) => total + weights[name][sign] * signs[sign], 0);
    return 1 / (1 + Math.exp(-sum));
  });
}

function logOdds(likeness: number): number {
  const held = Math.min(Math.max(likeness, EDGE), 1 - EDGE);
  return Math.log(held / (1 - held));
}
