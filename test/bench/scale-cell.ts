/**
 * One cell of the scale table, in a process of its own so that memory is measured clean:
 * `scale-cell.ts ENGINE PHRASINGS` prints `{"phrasings","buildMs","mb","p50","p99"}`.
 */
import { performance } from 'node:perf_hooks';
import { collectGarbage } from './collect-garbage.ts';
import { growPhrasings } from './grow-phrasings.ts';
import { loadCorpus } from './load-corpus.ts';
import { quantile } from './metrics.ts';
import { ours } from './ours.ts';
import { PEERS } from './peers.ts';
import { readQuestions } from './questions.ts';

const QUESTIONS = 900;
const WARM_UP = 50;
/** For engines that take long: asking stops after so many milliseconds. */
const LONGEST = 10_000;

const [name = '', size = '0'] = process.argv.slice(2);
const corpus = loadCorpus();
const engine = [ours(corpus), ...PEERS].find((each) => each.name === name);
if (!engine) throw new Error(`There is no engine "${name}".`);
const entries = growPhrasings(corpus.intents, Number(size));
const texts = readQuestions('test/questions', 'development').singles.map(({ text }) => text);
collectGarbage();
const before = process.memoryUsage.rss();
const start = performance.now();
const ask = await engine.build(entries, []);
const built = performance.now();
collectGarbage();
const mb = (process.memoryUsage.rss() - before) / 1e6;
const micros: number[] = [];
const asking = performance.now();
for (const [i, text] of texts.slice(0, WARM_UP + QUESTIONS).entries()) {
  const asked = performance.now();
  await ask(text);
  if (i >= WARM_UP) micros.push((performance.now() - asked) * 1000);
  if (performance.now() - asking > LONGEST && micros.length > 0) break;
}
const phrasings = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
console.log(
  JSON.stringify({
    phrasings,
    buildMs: built - start,
    mb,
    p50: quantile(micros, 0.5),
    p99: quantile(micros, 0.99),
  }),
);
