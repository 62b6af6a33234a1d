import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Stores } from '../../domain/stores.ts';
import { filePath } from '../../storage/open-embedded.ts';
import { openStores } from '../../storage/open-stores.ts';
import { StoreUnavailable } from '../../storage/store-unavailable.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const LITTLE_SPACE = 200 * 1024 * 1024;
const MANY_WAITING = 100;
const NAME = 'database';

/** Opens the store, brings its tables up to date as a start would, writes and reads a row. Makes no new file. */
export async function checkDatabase(url: string): Promise<Finding[]> {
  const embedded = url.startsWith('file:');
  if (embedded && !(await exists(filePath(url)))) return [await checkFolder(filePath(url))];
  let stores: Stores | undefined;
  try {
    stores = await openStores(url);
    await stores.check();
    const { waiting, oldestAt } = await stores.inbox.backlog();
    const kind = embedded ? 'the file' : 'PostgreSQL';
    return [
      ok(NAME, `${kind} opens, its tables are up to date, and a row was written and read.`),
      checkInbox(waiting, oldestAt),
      ...(embedded ? [await checkSpace(dirname(filePath(url)))] : []),
    ];
  } catch (error) {
    if (error instanceof StoreUnavailable) return [problem(NAME, error.message, 'see the sentence before')];
    return [
      problem(
        NAME,
        'it opens, but a row could not be written.',
        'check free space and rights, and the log of the server',
      ),
    ];
  } finally {
    await stores?.close();
  }
}

function checkInbox(waiting: number, oldestAt: number | undefined): Finding {
  const minutes = oldestAt === undefined ? 0 : Math.max(0, Math.round((Date.now() - oldestAt) / 60_000));
  const says = `${waiting} updates wait to be handled${waiting === 0 ? '' : `, the oldest for ${minutes} minutes`}.`;
  return waiting > MANY_WAITING || minutes > 5
    ? warning(
        'inbox',
        says,
        'start the bot; if it runs, look into its log for calls that wait or a store that fails',
      )
    : ok('inbox', says);
}

async function checkSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const says = `${Math.round(free / 1024 / 1024)} MB free.`;
  return free < LITTLE_SPACE ? warning('disk', says, 'free some space') : ok('disk', says);
}

/** The nearest folder that is there already decides. */
async function checkFolder(path: string): Promise<Finding> {
  let folder = dirname(path);
  while (!(await exists(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    await access(folder, constants.W_OK);
    return ok(NAME, 'the file is not there yet; the first start makes it.');
  } catch {
    return problem(
      NAME,
      `${folder} cannot be written to.`,
      'give this user the right to, or set DATABASE_URL to another place',
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
