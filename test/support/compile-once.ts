import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Before all tests: leaves the snapshot beside the sources, as a build does beside the compiled code, for the tests and
 * the programs that they start. In a process of its own: the code that vitest instruments trains several times slower.
 * `TEST_KNOWLEDGE=compiled` says that it is there.
 */
export function setup(): void {
  if (process.env['TEST_KNOWLEDGE'] === 'compiled') return;
  const script = fileURLToPath(new URL('compile-snapshot.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The knowledge for the tests could not be compiled.');
}
