import { createHash } from 'node:crypto';
import type { TextFile } from './read-folder.ts';

/** Hash of files by path and text: 64 hexadecimal digits. The same files always give the same hash. */
export function fingerprint(files: readonly TextFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text.length}\0${text}\0`);
  return hash.digest('hex');
}
