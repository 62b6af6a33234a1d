import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { createDatabase, createFile, POSTGRES } from '../storage/databases.ts';
import { brokenLaws, type FaultFigures, runFaults } from '../support/faults/run-faults.ts';
import { printTable } from './table.ts';

/** Longer than any pause that the run puts in. */
const PATIENCE_MS = 90_000;
const PROGRAM = ['dist/main.js', 'start'];

/**
 * The fault run: `npm run bench -- faults` with one bot that polls, `npm run bench -- replicas` with two behind a webhook
 * on PostgreSQL (TEST_DATABASE_URL). Prints figures and returns 1 when a question was not answered or answered too often.
 *
 *   --questions N   5,000 by default
 *   --kills N       20, with replicas 5
 *   --postgres      the bot that polls on PostgreSQL too, in place of a file
 *   --seed N        other faults
 */
export async function benchFaults(which: 'faults' | 'replicas', args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      questions: { type: 'string', default: '5000' },
      kills: { type: 'string', default: which === 'faults' ? '20' : '5' },
      seed: { type: 'string', default: '1' },
      postgres: { type: 'boolean', default: which === 'replicas' },
    },
  });
  if (values.postgres && POSTGRES === undefined) {
    process.stderr.write('TEST_DATABASE_URL is not set: it must name a PostgreSQL database for the run.\n');
    return 2;
  }
  const built = spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
  if (built.status !== 0) return 1;
  const database = await (values.postgres ? createDatabase() : createFile());
  try {
    const figures = await runFaults({
      questions: Number(values.questions),
      kills: Number(values.kills),
      replicas: which === 'replicas' ? 2 : 0,
      databaseUrl: database.url,
      perSecond: 40,
      longPauses: true,
      patience: PATIENCE_MS,
      seed: Number(values.seed),
      program: PROGRAM,
      onProgress: (answered, kills) => process.stderr.write(`${answered} answered, ${kills} kills\n`),
    });
    const where = values.postgres ? 'PostgreSQL' : 'a file';
    const who = which === 'replicas' ? 'Two replicas behind a webhook' : 'One bot that polls';
    return printFigures(`${who}, on ${where}`, figures);
  } finally {
    await database.drop();
  }
}

function printFigures(title: string, figures: FaultFigures): number {
  const { faults, pauses, errors } = figures;
  const at = (share: number): string =>
    `${((pauses[Math.floor((pauses.length - 1) * share)] ?? 0) / 1_000).toFixed(1)} s`;
  const rows: [string, string][] = [
    ['questions', `${figures.asked}`],
    ['answered', `${figures.answered}`],
    ['not answered', `${figures.unanswered}`],
    ['extra copies: connection dropped after delivery', `${figures.extraAfterDrop}`],
    ['extra copies: SIGKILL between delivery and recording', `${figures.extraAfterKill}`],
    ['extra copies without an excuse', `${figures.extraUnexcused}`],
    ['answers out of order in their chat', `${figures.outOfOrder}`],
    ['messages that answer no question', `${figures.other}`],
    ['SIGKILLs', `${figures.kills}`],
    ['kill to next answers, median', at(0.5)],
    ['kill to next answers, longest', at(1)],
    ...Object.entries(faults).map(([name, n]): [string, string] => [`put in: ${name}`, `${n}`]),
    ['put in: updates handed out again', `${figures.duplicates}`],
    ['calls while told to wait (429)', `${figures.impatient}`],
    ['calls that break a rule of the Bot API', `${figures.violations}`],
    ...Object.entries(errors).map(([name, n]): [string, string] => [`logged: ${name}`, `${n}`]),
    ['seconds', figures.seconds.toFixed(0)],
    ['answers a second', (figures.answered / figures.seconds).toFixed(1)],
  ];
  printTable(title, ['what', 'figure'], rows);
  const broken = brokenLaws(figures);
  for (const sentence of broken) console.log(`BROKEN: ${sentence}.`);
  return broken.length > 0 ? 1 : 0;
}
