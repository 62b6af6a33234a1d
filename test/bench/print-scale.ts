import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ours } from './ours.ts';
import { PEERS } from './peers.ts';
import { printTable } from './table.ts';

const SIZES = [100, 1_000, 10_000, 100_000];
/** How long a process may take. An engine that takes longer is not asked for more phrasings. */
const PATIENCE_MS = 120_000;

interface Cell {
  readonly phrasings: number;
  readonly buildMs: number;
  readonly mb: number;
  readonly p50: number;
  readonly p99: number;
}

/** What it costs to learn and to ask 100 to 100,000 phrasings of the shipped answers, engine by engine. */
export function printScale(): void {
  const rows: string[][] = [];
  for (const { name } of [ours(), ...PEERS]) {
    for (const size of SIZES) {
      const cell = measure(name, size);
      if (!cell) {
        rows.push([name, String(size), `over ${PATIENCE_MS / 1000} s: not waited for`, '', '', '']);
        break;
      }
      const { phrasings, buildMs, mb, p50, p99 } = cell;
      rows.push([name, ...[phrasings, buildMs, mb, p50, p99].map((value) => value.toFixed(0))]);
    }
  }
  printTable(
    'What phrasings cost, each row in a process of its own',
    ['engine', 'phrasings', 'build ms', 'MB', 'p50 µs', 'p99 µs'],
    rows,
  );
}

/** Undefined when it took too long, or failed for want of memory. */
function measure(name: string, size: number): Cell | undefined {
  const script = fileURLToPath(new URL('scale-cell.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, name, String(size)], {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  return status === 0 ? (JSON.parse(line) as Cell) : undefined;
}
