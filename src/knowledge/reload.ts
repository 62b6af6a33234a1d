import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf, type Knowledge } from './load-knowledge.ts';
import type { Problem } from './problem.ts';
import { loadAside } from './reload-aside.ts';
import type { SnapshotPlace } from './snapshot.ts';

export interface WatchOptions {
  /** Where the snapshot of the build lies: what it was trained on is not trained again. */
  readonly snapshot: SnapshotPlace;
  /** New files were valid: use this from now on. */
  readonly onLoaded: (knowledge: Knowledge) => void;
  /** New files were not valid: what was loaded before stays. Told once for each state of the files. */
  readonly onProblems: (problems: readonly Problem[]) => void;
  /** Something else went wrong, such as a file that cannot be read. What was loaded before stays. */
  readonly onFailure: (error: unknown) => void;
  /**
   * Milliseconds between two looks at the files. They are loaded when two looks found the same, so that a checkout or
   * an editor can finish. 1,000 by default.
   */
  readonly everyMs?: number;
  /** Stands in for the thread that loads and trains, in tests. */
  readonly load?: typeof loadAside;
}

export interface Watch {
  /** Stops looking and waits for a thread that is at work. Nothing is reported after that. */
  close(): Promise<void>;
}

/**
 * Watches `root/content` and `root/intents` and loads what has changed aside. Sizes and times are compared, which works
 * on every file system, also where changes are not announced: containers' mounts and network drives.
 */
export function watchKnowledge(root: string, options: WatchOptions): Watch {
  const { everyMs = 1_000 } = options;
  const closing = new AbortController();
  const run = lookAgain(root, { ...options, everyMs }, closing.signal).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  return {
    close: async () => {
      closing.abort();
      await run;
    },
  };
}

async function lookAgain(
  root: string,
  {
    snapshot,
    everyMs,
    onLoaded,
    onProblems,
    onFailure,
    load = loadAside,
  }: WatchOptions & { readonly everyMs: number },
  signal: AbortSignal,
): Promise<void> {
  let loaded = await look(root);
  let files = fingerprintOf(root);
  let seen = loaded;
  let failed: string | undefined;
  for (;;) {
    await sleep(everyMs, undefined, { signal, ref: false });
    const now = await look(root);
    const settled = now === seen;
    seen = now;
    if (!settled || now === loaded) continue;
    try {
      // Touched, or changed and changed back: nothing to do.
      const same = fingerprintOf(root) === files;
      const result = same ? undefined : await load(root, snapshot, signal);
      // Changed while it was read: what was read may be half of each.
      if ((await look(root)) !== now) continue;
      loaded = now;
      failed = undefined;
      if (result?.ok) {
        files = result.files;
        onLoaded(result.knowledge);
      } else if (result) onProblems(result.problems);
    } catch (error) {
      if (signal.aborted) return;
      // A failure may pass by itself, so it is tried again, and told once.
      if (failed !== now) onFailure(error);
      failed = now;
    }
  }
}

/** The same as long as no file of the two folders comes, goes or changes. */
async function look(root: string): Promise<string> {
  const parts = await Promise.all(['content', 'intents'].map((folder) => lookInto(join(root, folder))));
  return parts.flat().sort().join('\n');
}

async function lookInto(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    return await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const { size, mtimeMs, ino } = await stat(path);
        return `${path} ${size} ${mtimeMs} ${ino}`;
      }),
    );
  } catch (error) {
    // Gone for now, or gone between two calls: the next look tells.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [`${folder} is not there`];
    throw error;
  }
}
