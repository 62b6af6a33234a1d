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
];

/** What one engine made of all questions. */
export interface EngineScore {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  /** Questions with an answer that were right with two typos, too. */
  readonly mistypedRight: number;
  readonly buildMs: number;
}

/** Trains an engine and asks it everything. */
export async function scoreEngine(
  engine: Engine,
  entries: readonly Entry[],
  offTopic: readonly string[],
  questions: readonly { readonly text: string; readonly id: string | null }[],
): Promise<EngineScore> {
  const start = performance.now();
  const ask = await engine.build(entries, offTopic);
  const buildMs = performance.now() - start;
  const sample = questions.filter((_, i) => i % engine.sample === 0);
  const outcomes: Outcome[] = [];
  let mistypedRight = 0;
  for (const [i, { text, id }] of sample.entries()) {
    const asked = performance.now();
    const { ids, sure, confidence } = await ask(text);
    const micros = (performance.now() - asked) * 1000;
    const rank = id === null ? -1 : ids.indexOf(id);
    outcomes.push({ inScope: id !== null, rank, sure, micros, id, first: ids[0], confidence });
    if (id !== null && (await ask(mistype(text, 2, i + 1))).ids[0] === id) mistypedRight += 1;
  }
  const name = engine.sample > 1 ? `${engine.name} (1 in ${engine.sample})` : engine.name;
  return { name, outcomes, mistypedRight, buildMs };
}

/** One row of the comparison, in the order of {@link ENGINE_HEAD}. */
export function toRow({ name, outcomes, mistypedRight, buildMs }: EngineScore): string[] {
  const inScope = outcomes.filter((outcome) => outcome.inScope);
  const micros = outcomes.map((outcome) => outcome.micros);
  const hasOut = inScope.length < outcomes.length;
  return [
    name,
    percent(inScope.filter(({ rank }) => rank === 0).length, inScope.length),
    percent(inScope.filter(({ rank }) => rank >= 0 && rank < 3).length, inScope.length),
    hasOut ? auroc(outcomes).toFixed(3) : '–',
    hasOut ? (100 * rightAtRejection(outcomes, 0.02)).toFixed(1) : '–',
    percent(mistypedRight, inScope.length),
    quantile(micros, 0.5).toFixed(0),
    quantile(micros, 0.99).toFixed(0),
    buildMs.toFixed(0),
  ];
}
