import { classifyFailure, failureCode } from './classify-failure.ts';
import { filePath } from './open-embedded.ts';

/** One sentence for the operator: what could not be opened, why, and what to do. Never holds a password. */
export function explainOpeningFailure(url: string, error: unknown): string {
  const what = url.startsWith('file:') ? `the file ${filePath(url)}` : `PostgreSQL at ${place(url)}`;
  const code = failureCode(error);
  return `DATABASE_URL: cannot open ${what}${code === undefined ? '' : ` (${code})`}: ${advice(url, error)}`;
}

function advice(url: string, error: unknown): string {
  const embedded = url.startsWith('file:');
  switch (classifyFailure(error)) {
    case 'full':
      return embedded
        ? 'the disk is full or broken; free some space.'
        : 'the server has no room left; free some.';
    case 'read-only':
      return embedded
        ? 'this user may not write there; give it the right to, or set DATABASE_URL to another place.'
        : 'the server takes no writes; set DATABASE_URL to the primary server.';
    case 'locked':
      return 'another program holds it; stop that program or wait until it is done.';
    case 'damaged':
      return 'it is not a database of this program, or damaged; restore a copy or set DATABASE_URL to another place.';
    case 'lost':
      return 'the server does not answer; check that it runs and that host and port are right.';
    case 'refused':
      return 'the server refuses this user or database; check name, password and rights.';
    default:
      return 'see the code, and check that DATABASE_URL is right.';
  }
}

function place(url: string): string {
  if (!URL.canParse(url)) return 'an address that cannot be read';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}
