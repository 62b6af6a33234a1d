import { performance } from 'node:perf_hooks';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { ablations } from './ablations.ts';
import { collectGarbage } from './collect-garbage.ts';
import { loadCorpus } from './load-corpus.ts';
import { measureStart } from './measure-start.ts';
import { ours } from './ours.ts';
import { PEERS } from './peers.ts';
import { printScale } from './print-scale.ts';
import { printScores, printTallies } from './print-scores.ts';
import { type Labelled, readQuestions } from './questions.ts';
import { ENGINE_HEAD, type EngineScore, scoreEngine, toRow } from './score-engine.ts';
import { scoreOurs } from './score-ours.ts';
import { printTable } from './table.ts';

const QUESTIONS = 'test/questions';

/** Everything there is to know about the matcher on the shipped knowledge. Gives the scores of the comparison. */
export async function benchShipped(oursOnly: boolean): Promise<readonly EngineScore[]> {
  const start = performance.now();
  const corpus = loadCorpus();
  const read = performance.now();
  const matcher = createMatcher(corpus);
  const trained = performance.now();
  const phrasings = corpus.intents.reduce((sum, intent) => sum + intent.phrasings.length, 0);
  console.log(
    `${corpus.intents.length} answers, ${phrasings} phrasings, ${corpus.offTopic.length} off-topic messages; ` +
      `read in ${(read - start).toFixed(0)} ms, trained in ${(trained - read).toFixed(0)} ms`,
  );
  // A bot starts from the snapshot: what training leaves behind must not slow its questions down.
  collectGarbage();
  const halves = ['development', 'holdout'] as const;
  const scores = halves.map((half) => ({ half, scores: scoreOurs(matcher, readQuestions(QUESTIONS, half)) }));
  printScores(scores);
  printTallies('Right by style', scores, ({ styles }) => styles);
  printTallies('Right by answer', scores, ({ ids }) => ids);
  const holdout = readQuestions(QUESTIONS, 'holdout');
  const questions: Labelled[] = [...holdout.singles, ...holdout.offTopic];
  const { intents, offTopic } = corpus;
  const engines: EngineScore[] = [];
  const compared = oursOnly
    ? [ours(corpus)]
    : [ours(corpus), ours(undefined, {}, 'without vocabulary'), ...PEERS];
  for (const engine of compared) engines.push(await scoreEngine(engine, intents, offTopic, questions));
  printTable('Holdout, beside other engines on the same phrasings', ENGINE_HEAD, engines.map(toRow));
  if (oursOnly) return engines;
  const parts: string[][] = [];
  for (const engine of ablations(corpus)) {
    parts.push(toRow(await scoreEngine(engine, intents, offTopic, questions)));
  }
  printTable('Holdout, with one ingredient left out', ENGINE_HEAD, parts);
  printTable(
    'From nothing to the first answer, each in a process of its own',
    ['', 'ms', 'MB'],
    measureStart(),
  );
  printScale();
  return engines;
}
