import { performance } from 'node:perf_hooks';
import type { Engine, Entry } from './engine.ts';
import { auroc, type Outcome, percent, quantile, rightAtRejection } from './metrics.ts';
import { mistype } from './mistype.ts';

export const ENGINE_HEAD = [
  'engine',
  'first',
  'in three',
  'AUROC',
  'right at 2 % off-topic',
  'first, two typos',
  'p50 µs',
  'p99 µs',
  'build ms',
  'MB',
];

/** Trains an engine and asks it everything: one row of the comparison. */
export async function scoreEngine(
  engine: Engine,
  entries: readonly Entry[],
  offTopic: readonly string[],
  questions: readonly { readonly text: string; readonly id: string | null }[],
): Promise<string[]> {
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const ask = await engine.build(entries, offTopic);
  const built = performance.now() - start;
  const sample = questions.filter((_, i) => i % engine.sample === 0);
  const outcomes: Outcome[] = [];
  let mistypedRight = 0;
  for (const [i, { text, id }] of sample.entries()) {
    const asked = performance.now();
    const { ids, sure } = await ask(text);
    const micros = (performance.now() - asked) * 1000;
    outcomes.push({ inScope: id !== null, rank: id === null ? -1 : ids.indexOf(id), sure, micros });
    if (id !== null && (await ask(mistype(text, 2, i + 1))).ids[0] === id) mistypedRight += 1;
  }
  const inScope = outcomes.filter((outcome) => outcome.inScope);
  const micros = outcomes.map((outcome) => outcome.micros);
  const hasOut = inScope.length < outcomes.length;
  return [
    engine.sample > 1 ? `${engine.name} (1 in ${engine.sample})` : engine.name,
    percent(inScope.filter(({ rank }) => rank === 0).length, inScope.length),
    percent(inScope.filter(({ rank }) => rank >= 0 && rank < 3).length, inScope.length),
    hasOut ? auroc(outcomes).toFixed(3) : '–',
    hasOut ? (100 * rightAtRejection(outcomes, 0.02)).toFixed(1) : '–',
    percent(mistypedRight, inScope.length),
    quantile(micros, 0.5).toFixed(0),
    quantile(micros, 0.99).toFixed(0),
    built.toFixed(0),
    ((process.memoryUsage.rss() - before) / 1e6).toFixed(0),
  ];
}
