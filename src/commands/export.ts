import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ExitStatus } from './exit-status.ts';
import { withStores } from './open-configured-stores.ts';

/** `npm run export -- [FILE]`: settings of groups and proposals as JSON; `-` writes to standard output. */
export async function exportStore(args: readonly string[]): Promise<ExitStatus> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [file = './data/export.json', ...more] = positionals;
  if (more.length > 0) {
    process.stderr.write('Give one file: npm run export -- settings.json\n');
    return 2;
  }
  const data = await withStores((stores) => stores.backup.export());
  if (!data) return 2;
  const json = `${JSON.stringify(data, undefined, 2)}\n`;
  if (file === '-') {
    process.stdout.write(json);
    return 0;
  }
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  // It holds the ids of groups: for this user only.
  writeFileSync(path, json, { mode: 0o600 });
  process.stdout.write(`${data.groups.length} groups and ${data.proposals.length} proposals: ${path}\n`);
  return 0;
}
