import { readFileSync } from 'node:fs';

/** The version of the bot, from `package.json` beside the code. */
export function botVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version }: { version?: unknown } = JSON.parse(file);
  return String(version);
}
