import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TextFile {
  /** Path from the knowledge folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads every file under `root/folder`, sorted by path, so that the same files always give the same knowledge base.
 * Throws what the file system throws when the folder is missing or cannot be read.
 */
export function readFolder(root: string, folder: string): TextFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((absolute) => ({
      path: absolute.slice(join(root, '/').length).replaceAll('\\', '/'),
      text: readFileSync(absolute, 'utf8'),
    }));
}
