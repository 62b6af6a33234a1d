import { fileURLToPath } from 'node:url';
import { snapshotPlace } from '../../src/app.ts';
import type { SnapshotPlace } from '../../src/knowledge/snapshot.ts';

/** Made once a run from the sources, so that not every test file has to train the matcher again. */
export function testSnapshot(): SnapshotPlace {
  return snapshotPlace(
    fileURLToPath(new URL('../../node_modules/.cache/knowledge.snapshot', import.meta.url)),
  );
}
