import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { StoreExport } from '../domain/curation-stores.ts';
import { readExport } from '../storage/read-export.ts';
import type { ExitStatus } from './exit-status.ts';
import { withStores } from './open-configured-stores.ts';

/** `npm run import -- FILE`: replaces all settings and proposals by those of an export, after a confirmation. */
export async function importStore(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    process.stderr.write('Give one file: npm run import -- settings.json\n');
    return 2;
  }
  const text = readText(file);
  if (text === undefined) {
    process.stderr.write(`${file} cannot be read.\n`);
    return 2;
  }
  const read = readExport(text);
  if (!read.ok) {
    process.stderr.write(`${file} was not imported, nothing was changed:\n${read.mistakes.join('\n')}\n`);
    return 1;
  }
  const done = await withStores(async ({ backup }) => {
    const now = await backup.export();
    if (!values.yes && !(await confirm(`${describe(now)} will be replaced by ${describe(read.data)}.`)))
      return 'kept';
    await backup.import(read.data);
    return 'replaced';
  });
  if (!done) return 2;
  process.stdout.write(done === 'kept' ? 'Nothing was changed.\n' : `Imported: ${describe(read.data)}.\n`);
  return 0;
}

function describe({ groups, proposals }: StoreExport): string {
  return `the settings of ${groups.length} group${groups.length === 1 ? '' : 's'} and ${proposals.length} proposal${proposals.length === 1 ? '' : 's'}`;
}

/** Undefined for a file that is missing, unreadable or a folder. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

/** Only the word "yes" counts; the end of the input does not. */
async function confirm(what: string): Promise<boolean> {
  process.stdout.write(`${what}\nType yes to go on › `);
  const terminal = createInterface({ input: process.stdin });
  try {
    for await (const line of terminal) return line.trim().toLowerCase() === 'yes';
    return false;
  } finally {
    terminal.close();
  }
}
