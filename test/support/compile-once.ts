import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { snapshotPlace } from '../../src/app.ts';
import { testSnapshot } from './test-snapshot.ts';

/** Before all tests. In a process of its own: the code that vitest instruments trains several times slower. */
export function setup(): void {
  const script = fileURLToPath(new URL('compile-snapshot.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The knowledge for the tests could not be compiled.');
  // Programs that tests start from the sources look for it where a build would leave it; git ignores it there.
  const { path } = testSnapshot();
  if (existsSync(path)) copyFileSync(path, snapshotPlace().path);
}
