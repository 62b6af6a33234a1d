import { type Corpus, NO_VOCABULARY } from '../../src/matching/corpus.ts';
import type { Engine } from './engine.ts';
import { ours } from './ours.ts';

/** Our engine with one ingredient left out at a time. */
export function ablations(corpus: Corpus): Engine[] {
  const without = (name: string, tuning: Readonly<Record<string, number>>): Engine =>
    ours(corpus, tuning, `without ${name}`);
  return [
    ours(corpus, {}, 'everything'),
    without('words', { word: 0 }),
    without('word pairs', { pair: 0 }),
    without('letter n-grams', { letters: 0 }),
    without('concepts', { concept: 0 }),
    without('concept pairs', { conceptPair: 0 }),
    ours({ ...corpus, vocabulary: NO_VOCABULARY }, {}, 'without vocabulary'),
    without('naive Bayes', { bayes: 0 }),
    without('typos in training', { slipsEvery: 0 }),
    without('weighing of sentences', { context: 1 }),
    without('odds against off-topic', { 'fit-odds': 0 }),
    without('share explained', { 'fit-explained': 0 }),
    without('count of concepts', { 'fit-concepts': 0 }),
    without('length', { 'fit-length': 0 }),
    without('rare features left out', { least: 1 }),
  ];
}
