import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the page, as it is served. */
export interface PageFile {
  readonly type: string;
  readonly body: string;
}

const FILES = [
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/main.js', 'main.js', 'text/javascript; charset=utf-8'],
  ['/page.css', 'page.css', 'text/css; charset=utf-8'],
  ['/icon.svg', 'icon.svg', 'image/svg+xml'],
] as const;

/** Where `npm run build` puts the page: beside the compiled program, also when that runs from its sources. */
const BUILT = ['./page/', '../../dist/web/page/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Reads the page's files by the path each is served under. Undefined when the page was not built. */
export function readPageFiles(folders: readonly string[] = BUILT): ReadonlyMap<string, PageFile> | undefined {
  for (const folder of folders) {
    try {
      return new Map(
        FILES.map(([path, file, type]) => [path, { type, body: readFileSync(join(folder, file), 'utf8') }]),
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return undefined;
}
