import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { questionTexts } from '../support/question-texts.ts';
import type { LoadFigures, LoadRun } from './load-run.ts';
import { printTable } from './table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = `${ROOT}/node_modules/.cache/load-run.mjs`;

/** Of some thousands of different questions so many are asked again and again, for the speed of what was asked before. */
const COMMON = 1_000;

/** What is wanted of the bot; printed beside what was measured. */
const GOALS = { share: 0.5, perSecond: 3_000, p99: 10, memory: 150 };

/**
 * The load run, `npm run bench -- load`: in one process without a test framework, as `npm start` would run it, the bot
 * beside a bare grammY bot that echoes. Prints figures and goals; returns 1 when a goal is missed.
 *
 *   --questions N   for the memory, 1,000,000 by default
 *   --scale X       all counts times X, such as 0.01 for a quick look
 */
export async function benchLoad(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { questions: { type: 'string', default: '1000000' }, scale: { type: 'string', default: '1' } },
  });
  const scale = Number(values.scale);
  mkdirSync(`${ROOT}/node_modules/.cache`, { recursive: true });
  const built = spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit', cwd: ROOT });
  if (built.status !== 0) return 1;
  // Bundled without the bot, which is taken from dist/: the process that is measured holds nothing of the tests.
  await build({
    entryPoints: [`${ROOT}/test/bench/load-run.ts`],
    outfile: OUT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [
      {
        name: 'dist',
        setup: (setup) =>
          setup.onResolve({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
            path: `${ROOT}/dist/${path.replace(/^.*\/src\//, '').replace(/ts$/, 'js')}`,
            external: true,
          })),
      },
    ],
    logLevel: 'error',
  });
  const run: LoadRun = {
    questions: questionTexts(),
    common: COMMON,
    rounds: 5,
    updatesARound: Math.ceil(6_000 * scale),
    paced: Math.ceil(6_000 * scale),
    many: Math.ceil(Number(values.questions) * scale),
  };
  const child = spawnSync(process.execPath, [...FLAGS, OUT], {
    cwd: ROOT,
    input: JSON.stringify(run),
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (child.status !== 0) return 1;
  return print(JSON.parse(child.stdout.toString()), run);
}

/** As `npm start` has them; LOAD_FLAGS tries others. */
const FLAGS = (process.env['LOAD_FLAGS'] ?? '--max-semi-space-size=8 --v8-pool-size=1')
  .split(' ')
  .filter((flag) => flag !== '');

type Row = [what: string, figure: string, goal: string, met: boolean];

function perSecond(what: string, figure: number): Row {
  return [what, figure.toFixed(0), `>= ${GOALS.perSecond}`, figure >= GOALS.perSecond];
}

function share(what: string, figure: number): Row {
  return [what, `${(100 * figure).toFixed(0)} %`, `>= ${100 * GOALS.share} %`, figure >= GOALS.share];
}

function print(figures: LoadFigures, { many }: LoadRun): number {
  const { inProcess, overHttp, paced, memory } = figures;
  const half = memory.slice(Math.floor(memory.length / 2)).map(({ rss }) => rss);
  const last = half.at(-1) ?? 0;
  const growth = last - (half[0] ?? 0);
  const most = Math.max(...memory.map(({ rss }) => rss));
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  const rows: Row[] = [
    ['echo bot, updates a second, no network', inProcess.echo.toFixed(0), '', true],
    perSecond('questions asked before, a second, no network', inProcess.again),
    perSecond('questions not asked lately, a second, no network', inProcess.fresh),
    ['echo bot, updates a second, over HTTP', overHttp.echo.toFixed(0), '', true],
    ['questions asked before, a second, over HTTP', overHttp.again.toFixed(0), '', true],
    ['questions not asked lately, a second, over HTTP', overHttp.fresh.toFixed(0), '', true],
    share('share of the echo bot over HTTP, asked before', overHttp.again / overHttp.echo),
    share('share of the echo bot over HTTP, not asked lately', overHttp.fresh / overHttp.echo),
    ['handling at 200 questions a second, median', `${paced.median.toFixed(2)} ms`, '', true],
    [
      'handling at 200 questions a second, 99 %',
      `${paced.p99.toFixed(2)} ms`,
      `< ${GOALS.p99} ms`,
      paced.p99 < GOALS.p99,
    ],
    [`memory (RSS) after ${many} questions`, mb(last), `< ${GOALS.memory} MB`, last < GOALS.memory * 1e6],
    ['memory (RSS), most', mb(most), '', true],
    ['growth over the last half', mb(growth), '< 5 MB', growth < 5e6],
  ];
  printTable(
    'The bot beside a bare echo bot, in one process',
    ['what', 'figure', 'goal', 'met'],
    rows.map(([what, figure, goal, met]) => [what, figure, goal, goal === '' ? '' : met ? 'yes' : 'NO']),
  );
  printTable(
    'Memory as the questions go by',
    ['questions', 'RSS', 'heap in use'],
    memory.map(({ questions, rss, heap }) => [String(questions), mb(rss), mb(heap)]),
  );
  return rows.every(([, , , met]) => met) ? 0 : 1;
}
