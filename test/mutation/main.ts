import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { snapshotPlace } from '../../src/app.ts';
import { MUTANTS, type Mutant } from './mutants.ts';

/*
 * Breaks each promise once, in a copy of the checkout, and demands that its test turns red: a test that cannot fail
 * proves nothing. `npm run mutants`; exit status 1 when a break goes unnoticed.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PARTS = ['src', 'test', 'content', 'intents', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
/** A break here compiles the knowledge anew. */
const MAKES_KNOWLEDGE = /^src\/(?:domain|knowledge|matching|safety|spelling)\//;
/** Copies of the checkout in which breaks are tried side by side. */
const LANES = Math.min(3, availableParallelism());

function copyCheckout(from: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const part of PARTS) cpSync(join(from, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function isGreen(copy: string, tests: readonly string[], knowledge = ''): Promise<boolean> {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const run = spawn(process.execPath, [vitest, 'run', '--root', copy, '--project', 'main', ...tests], {
    stdio: 'ignore',
    cwd: copy,
    env: { ...process.env, TEST_KNOWLEDGE: knowledge },
  });
  const [status] = await once(run, 'close');
  return status === 0;
}

async function isNoticed(
  copy: string,
  { file, from, to, test, needsKnowledge = true }: Mutant,
): Promise<boolean> {
  const path = join(copy, file);
  const good = readFileSync(path, 'utf8');
  if (!good.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  // What the good code left is kept for the next.
  const compiled = join(copy, 'src', basename(snapshotPlace().path));
  const before = readFileSync(compiled);
  try {
    writeFileSync(
      path,
      good.replace(from, () => to),
    );
    return !(await isGreen(copy, [test], needsKnowledge && MAKES_KNOWLEDGE.test(file) ? '' : 'compiled'));
  } finally {
    writeFileSync(path, good);
    writeFileSync(compiled, before);
  }
}

/** Tries one break after the other, as long as there are any. */
async function tryAll(copy: string, left: Mutant[], missed: Mutant[]): Promise<void> {
  for (let mutant = left.shift(); mutant; mutant = left.shift()) {
    const noticed = await isNoticed(copy, mutant);
    if (!noticed) missed.push(mutant);
    process.stdout.write(`${noticed ? 'noticed ' : 'MISSED  '} ${mutant.promise}\n`);
  }
}

const copies = [copyCheckout(ROOT)];
try {
  const [first] = copies as [string];
  const tests = [...new Set(MUTANTS.map((mutant) => mutant.test))];
  if (!(await isGreen(first, tests))) {
    throw new Error(`Red before anything was broken: one of ${tests.join(', ')}`);
  }
  // Only now, so that all copies hold what the first run compiled.
  while (copies.length < LANES) copies.push(copyCheckout(first));
  const left = [...MUTANTS];
  const missed: Mutant[] = [];
  await Promise.all(copies.map((copy) => tryAll(copy, left, missed)));
  process.stdout.write(`${MUTANTS.length - missed.length} of ${MUTANTS.length} breaks noticed.\n`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
