import { type Corpus, NO_VOCABULARY } from '../../src/matching/corpus.ts';
import type { Engine } from './engine.ts';
import { ours } from './ours.ts';

/** What is left out, and the constants that leave it out. */
const GENERAL: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ['words', { word: 0 }],
  ['word pairs', { pair: 0 }],
  ['letter n-grams', { letters: 0 }],
  ['everyday classes', { kind: 0 }],
  ['everyday synonyms', { synonym: 0 }],
  ['naive Bayes', { bayes: 0 }],
  ['cutting of openings', { openings: 0 }],
  ['spelling repair', { repair: 0 }],
  ['neighbours in spelling repair', { beside: 0 }],
  ['share explained', { 'fit-explained': 0 }],
];
/** What only a subject with a vocabulary and off-topic messages of its own has. */
const OWN: typeof GENERAL = [
  ['concepts', { concept: 0 }],
  ['concept pairs', { conceptPair: 0 }],
  ['typos in training', { slipsEvery: 0 }],
  ['weighing of sentences', { context: 1 }],
  ['odds against off-topic', { 'fit-odds': 0 }],
  ['count of concepts', { 'fit-concepts': 0 }],
  ['length', { 'fit-length': 0 }],
  ['rare features left out', { least: 1 }],
];

/** Our engine with one ingredient left out at a time. What the corpus does without anyway is not listed. */
export function ablations(corpus?: Corpus): Engine[] {
  const isUsed = (constants: Readonly<Record<string, number>>): boolean =>
    Object.keys(constants).some((name) => corpus?.tuning[name] !== 0);
  const without = [...GENERAL, ...(corpus ? OWN : [])]
    .filter(([, constants]) => isUsed(constants))
    .map(([name, constants]) => ours(corpus, constants, `without ${name}`));
  const bare = corpus && ours({ ...corpus, vocabulary: NO_VOCABULARY }, {}, 'without vocabulary');
  return [ours(corpus, {}, 'everything'), ...without, ...(bare ? [bare] : [])];
}
