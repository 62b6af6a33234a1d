/**
 * Finds the constants of the scoring and writes `intents/tuning.yaml`. Four times a matcher is trained on three quarters
 * of the phrasings and asked the rest, as typed and with two slips; the development half of the labelled questions is
 * asked too and counts three times as much, because it is what people write. The holdout is not read.
 *
 *   npx tsx test/bench/fit-tuning.ts
 */
import { writeFileSync } from 'node:fs';
import { loadIntents } from '../../src/knowledge/load-intents.ts';
import { formatProblems, type Problem } from '../../src/knowledge/problem.ts';
import type { Corpus } from '../../src/matching/corpus.ts';
import { createMatcher, type Matcher } from '../../src/matching/create-matcher.ts';
import { SIGNALS } from '../../src/matching/measure-signals.ts';
import { fitLogistic, type Weighted } from './fit-logistic.ts';
import { mistype } from './mistype.ts';
import { readQuestions } from './questions.ts';

const FOLDS = 4;
const FILE = 'intents/tuning.yaml';
/**
 * How the shipped corpus is learnt: with slips, and without features that a single phrasing has. It has some two hundred
 * phrasings an answer and a vocabulary of its own, so everyday classes and synonyms tell nothing new. Chosen on the
 * development half.
 */
const LEARNING = {
  slipsEvery: 3,
  least: 2,
  bayes: 0.4,
  cost: 20,
  context: 0.25,
  most: 9,
  rare: 0.5,
  steady: -0.5,
  kind: 0,
  synonym: 0,
};
/** What the labelled questions weigh beside the phrasings. */
const SHARES = { asked: 0.75, phrasings: 0.25 };

interface Sample {
  readonly from: keyof typeof SHARES;
  readonly x: readonly number[];
  readonly inScope: boolean;
  /** Scores of the answers, and the place of the right one; for the phrasings only. */
  readonly scores: readonly number[];
  readonly rank: number;
}

const problems: Problem[] = [];
const read = loadIntents(process.cwd(), problems);
if (!read) throw new Error(formatProblems(problems));
const corpus: Corpus = { ...read, tuning: LEARNING };
const samples: Sample[] = [];

for (let fold = 0; fold < FOLDS; fold += 1) {
  const rest = (_: string, i: number): boolean => i % FOLDS !== fold;
  const intents = corpus.intents.map((intent) => ({ ...intent, phrasings: intent.phrasings.filter(rest) }));
  const matcher = createMatcher({ ...corpus, intents, offTopic: corpus.offTopic.filter(rest) });
  const ask = (texts: readonly string[], id: string | null): void =>
    texts.forEach((text, i) => {
      if (i % FOLDS !== fold) return;
      take(matcher, text, id, 'phrasings');
      if (i % 2 === 1) take(matcher, mistype(text, 2, i), id, 'phrasings');
    });
  for (const { id, phrasings } of corpus.intents) ask(phrasings, id);
  ask(corpus.offTopic, null);
}
const matcher = createMatcher(corpus);
const { singles, offTopic } = readQuestions('test/questions', 'development');
[...singles, ...offTopic].forEach(({ text, id }, i) => {
  take(matcher, text, id, 'asked');
  take(matcher, mistype(text, 2, i + 1), id, 'asked');
});

const [base = 0, ...weights] = fitLogistic(weigh(samples));
const lines = [
  '# Constants of the scoring, found by cross-validation over the phrasings and on the development half of the labelled',
  '# questions: `npx tsx test/bench/fit-tuning.ts` writes this file. What each means: src/matching/tuning.ts.',
  ...Object.entries(LEARNING).map(([name, value]) => `${name}: ${value}`),
  `sharpness: ${fitSharpness(samples).toFixed(2)}`,
  `fit-base: ${base.toFixed(3)}`,
  ...SIGNALS.map((name, i) => `fit-${name}: ${(weights[i] ?? 0).toFixed(3)}`),
];
writeFileSync(FILE, `${lines.join('\n')}\n`);
console.log(lines.join('\n'));

function take(asked: Matcher, text: string, id: string | null, from: Sample['from']): void {
  const { barrier, signals, candidates } = asked.match(text);
  if (barrier) return;
  samples.push({
    from,
    x: SIGNALS.map((name) => signals.find((signal) => signal.name === name)?.value ?? 0),
    inScope: id !== null,
    scores: candidates.map(({ score }) => score),
    rank: candidates.findIndex((candidate) => candidate.id === id),
  });
}

/** Questions with an answer and questions without weigh the same; the sources weigh as in {@link SHARES}. */
function weigh(all: readonly Sample[]): Weighted[] {
  const count = (from: string, inScope: boolean): number =>
    all.filter((sample) => sample.from === from && sample.inScope === inScope).length;
  const counts = new Map(
    ['asked', 'phrasings'].flatMap((from) =>
      [true, false].map((inScope) => [`${from} ${inScope}`, count(from, inScope)] as const),
    ),
  );
  return all.map(({ x, from, inScope }) => ({
    x,
    y: inScope ? 1 : 0,
    weight: (SHARES[from] * all.length) / 2 / (counts.get(`${from} ${inScope}`) ?? 1),
  }));
}

/** The exponent under which the probabilities of the right answers are likeliest. */
function fitSharpness(all: readonly Sample[]): number {
  const held = all.filter(({ from, rank }) => from === 'phrasings' && rank >= 0);
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let sharpness = 0.5; sharpness <= 2; sharpness += 0.05) {
    const loss = held.reduce((sum, { scores, rank }) => {
      const top = scores[0] ?? 0;
      const powers = scores.map((value) => Math.exp(sharpness * (value - top)));
      return sum - Math.log((powers[rank] ?? 0) / powers.reduce((a, b) => a + b, 0) + 1e-12);
    }, 0);
    if (loss < least) [best, least] = [sharpness, loss];
  }
  return best;
}
