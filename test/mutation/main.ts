import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testSnapshot } from '../support/test-snapshot.ts';
import { MUTANTS, type Mutant } from './mutants.ts';

/*
 * Breaks each promise once, in a copy of the checkout, and demands that its test turns red: a test that cannot fail
 * proves nothing. `npm run mutants`; exit status 1 when a break goes unnoticed.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PARTS = ['src', 'test', 'content', 'intents', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

function copyCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function runTests(copy: string, tests: readonly string[]): boolean {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--root', copy, ...tests], {
    stdio: 'ignore',
    cwd: copy,
  });
  return status === 0;
}

function isNoticed(copy: string, { file, from, to, test }: Mutant): boolean {
  const path = join(copy, file);
  const good = readFileSync(path, 'utf8');
  if (!good.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  try {
    writeFileSync(
      path,
      good.replace(from, () => to),
    );
    return !runTests(copy, [test]);
  } finally {
    writeFileSync(path, good);
  }
}

const copy = copyCheckout();
try {
  const tests = [...new Set(MUTANTS.map((mutant) => mutant.test))];
  if (!runTests(copy, tests)) throw new Error(`Red before anything was broken: one of ${tests.join(', ')}`);
  // A break in code that compiles the knowledge compiles it anew; what was compiled from the good code is kept for the next.
  const { path: compiled } = testSnapshot();
  const good = readFileSync(compiled);
  const missed = MUTANTS.filter((mutant) => {
    const noticed = isNoticed(copy, mutant);
    writeFileSync(compiled, good);
    process.stdout.write(`${noticed ? 'noticed ' : 'MISSED  '} ${mutant.promise}\n`);
    return !noticed;
  });
  process.stdout.write(`${MUTANTS.length - missed.length} of ${MUTANTS.length} breaks noticed.\n`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
