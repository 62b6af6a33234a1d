import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the page as `npm run build` does, and gives the folder it is in. */
export function buildPage(): string {
  execFileSync('npm', ['run', '-s', 'build:page'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return `${ROOT}dist/web/page`;
}
