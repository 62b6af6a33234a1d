import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED_KNOWLEDGE } from '../../src/app.ts';

/** Wordings kept for each answer: as many as the rules ask for, few enough to train in a moment. */
const KEPT = 25;

export interface SmallKnowledge {
  readonly root: string;
  /** `file:` URL of a store beside it. */
  readonly database: string;
  read(path: string): string;
  write(path: string, text: string): void;
  drop(): void;
}

/** A copy of the shipped knowledge, to be edited and thrown away. */
export function copyKnowledge(): string {
  const root = mkdtempSync(join(tmpdir(), 'knowledge-'));
  for (const folder of ['content', 'intents']) {
    cpSync(join(SHIPPED_KNOWLEDGE, folder), join(root, folder), { recursive: true });
  }
  return root;
}

/** A copy of the shipped knowledge with few wordings, a few labelled questions, and room for a store. */
export function smallKnowledge(): SmallKnowledge {
  const root = copyKnowledge();
  for (const entry of readdirSync(join(root, 'intents'), { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.yaml') || /^safety[\\/]/.test(entry)) continue;
    const path = join(root, 'intents', entry);
    const lines = readFileSync(path, 'utf8').split('\n');
    const from = lines.findIndex((line) => line === 'phrasings:' || line === 'wordings:');
    if (from < 0) continue;
    const most = entry === 'out-of-scope.yaml' ? 60 : KEPT;
    writeFileSync(
      path,
      `${lines
        .slice(0, from + 1 + most)
        .join('\n')
        .trimEnd()}\n`,
    );
  }
  const knowledge: SmallKnowledge = {
    root,
    database: `file:${join(root, 'data', 'bot.db')}`,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write: (path, text) => writeFileSync(join(root, path), text),
    drop: () => rmSync(root, { recursive: true, force: true }),
  };
  return knowledge;
}
