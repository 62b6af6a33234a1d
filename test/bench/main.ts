/**
 * Quality and speed in one run: this matcher on the labelled questions, development half and holdout half apart, then
 * beside other engines that learn the same phrasings, then with one signal left out at a time.
 *
 *   npm run bench                       everything
 *   npm run bench -- --ours             this matcher only
 *   npm run bench -- --dataset FILE     any data set of the form of `test/bench/questions.ts`
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { loadIntents } from '../../src/knowledge/load-intents.ts';
import { formatProblems, type Problem } from '../../src/knowledge/problem.ts';
import type { Corpus } from '../../src/matching/corpus.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { ablations } from './ablations.ts';
import { ours } from './ours.ts';
import { PEERS } from './peers.ts';
import { printScores, printTallies } from './print-scores.ts';
import { type Labelled, readDataset, readQuestions } from './questions.ts';
import { ENGINE_HEAD, scoreEngine } from './score-engine.ts';
import { scoreOurs } from './score-ours.ts';
import { printTable } from './table.ts';

const QUESTIONS = 'test/questions';
const { values } = parseArgs({
  options: { dataset: { type: 'string' }, ours: { type: 'boolean', default: false } },
});
if (values.dataset === undefined) await benchShipped(values.ours);
else await benchDataset(values.dataset, values.ours);

async function benchShipped(oursOnly: boolean): Promise<void> {
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
  const halves = ['development', 'holdout'] as const;
  const scores = halves.map((half) => ({ half, scores: scoreOurs(matcher, readQuestions(QUESTIONS, half)) }));
  printScores(scores);
  printTallies('Right by style', scores, ({ styles }) => styles);
  printTallies('Right by answer', scores, ({ ids }) => ids);
  if (oursOnly) return;
  const holdout = readQuestions(QUESTIONS, 'holdout');
  const questions: Labelled[] = [...holdout.singles, ...holdout.offTopic];
  const { intents, offTopic } = corpus;
  const rows = [];
  for (const engine of [ours(corpus), ours(undefined, {}, 'without vocabulary'), ...PEERS]) {
    rows.push(await scoreEngine(engine, intents, offTopic, questions));
  }
  printTable('Holdout, beside other engines on the same phrasings', ENGINE_HEAD, rows);
  const parts = [];
  for (const engine of ablations(corpus)) parts.push(await scoreEngine(engine, intents, offTopic, questions));
  printTable('Holdout, with one ingredient left out', ENGINE_HEAD, parts);
}

async function benchDataset(file: string, oursOnly: boolean): Promise<void> {
  const { entries, test } = readDataset(file);
  const rows = [];
  for (const engine of oursOnly ? [ours()] : [ours(), ...PEERS]) {
    rows.push(await scoreEngine(engine, entries, [], test));
  }
  printTable(file, ENGINE_HEAD, rows);
}

function loadCorpus(): Corpus {
  const problems: Problem[] = [];
  const corpus = loadIntents(process.cwd(), problems);
  if (!corpus) throw new Error(formatProblems(problems));
  return corpus;
}
