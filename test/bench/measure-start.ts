import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { quantile } from './metrics.ts';

const TIMES = 7;
const QUESTION = 'how does it work?';

/** Prints the milliseconds since the process began and its memory when the first answer is there. */
const FIRST_ANSWER = `
const { createApp } = await import('./dist/app.js');
const result = await createApp();
if (!result.ok) throw new Error('The knowledge does not load.');
const outcome = result.app.assistant.ask({ text: '${QUESTION}', surface: 'private', addressed: true });
if (!outcome.reply) throw new Error('The question got no answer.');
console.log(JSON.stringify([performance.now(), process.memoryUsage.rss()]));
`;

/** Rows of a table: a bare Node process, then the compiled program from start to first answer. Builds it first. */
export function measureStart(): string[][] {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const bare = 'console.log(JSON.stringify([performance.now(), process.memoryUsage.rss()]))';
  return [
    row('Node that does nothing', bare),
    row('load to first answer, from the snapshot of the build', FIRST_ANSWER),
  ];
}

function row(name: string, script: string): string[] {
  const runs = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const [own = 0, rss = 0] = JSON.parse(out) as number[];
    return { own, rss, wall: performance.now() - start };
  });
  const middle = (pick: (run: (typeof runs)[number]) => number): number => quantile(runs.map(pick), 0.5);
  return [name, middle(({ own }) => own).toFixed(0), (middle(({ rss }) => rss) / 1e6).toFixed(0)];
}
