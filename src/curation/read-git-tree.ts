import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Git could not give the old files. The message is one sentence for the person who typed the command. */
export class NoSuchTree extends Error {
  override readonly name = 'NoSuchTree';
}

const LARGEST = 256 * 1024 * 1024;

/**
 * Writes `content/` and `intents/` as they were at a commit into a new temporary folder and returns its path; the
 * checkout is not touched. The caller deletes the folder. Throws {@link NoSuchTree}.
 */
export function readGitTree(root: string, ref: string): string {
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], ref)
    .toString()
    .trim();
  const entries = git(root, ['ls-tree', '-r', '-z', commit, '--', 'content', 'intents'], ref)
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, object, path] = /^\d+ blob ([0-9a-f]+)\t(.+)$/.exec(line) ?? [];
      return object !== undefined && path !== undefined ? [{ object, path }] : [];
    });
  if (entries.length === 0) throw new NoSuchTree(`At ${ref} there is no content/ or intents/.`);
  const asked = entries.map(({ object }) => `${object}\n`).join('');
  const bytes = git(root, ['cat-file', '--batch'], ref, asked);
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-before-'));
  let at = 0;
  for (const { path } of entries) {
    const headEnd = bytes.indexOf(10, at);
    const size = Number(bytes.toString('latin1', at, headEnd).split(' ')[2]);
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes.subarray(headEnd + 1, headEnd + 1 + size));
    at = headEnd + size + 2;
  }
  return folder;
}

function git(root: string, args: readonly string[], ref: string, input = ''): Buffer {
  try {
    return execFileSync('git', ['-C', root, ...args], {
      input,
      maxBuffer: LARGEST,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing
      ? '--since needs git, which was not found.'
      : `--since: git knows no commit "${ref}" in ${root}.`;
    throw new NoSuchTree(message, { cause });
  }
}
