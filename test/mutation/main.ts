import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

function runTest(copy: string, test: string): boolean {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--root', copy, test], {
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
    return !runTest(copy, test);
  } finally {
    writeFileSync(path, good);
  }
}

const copy = copyCheckout();
try {
  const tests = [...new Set(MUTANTS.map((mutant) => mutant.test))];
  const red = tests.filter((test) => !runTest(copy, test));
  if (red.length > 0) throw new Error(`Red before anything was broken: ${red.join(', ')}`);
  const missed = MUTANTS.filter((mutant) => {
    const noticed = isNoticed(copy, mutant);
    process.stdout.write(`${noticed ? 'noticed ' : 'MISSED  '} ${mutant.promise}\n`);
    return !noticed;
  });
  process.stdout.write(`${MUTANTS.length - missed.length} of ${MUTANTS.length} breaks noticed.\n`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
