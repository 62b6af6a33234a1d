import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMind } from '../answering/create-mind.ts';
import type { Mind } from '../answering/mind.ts';
import type { AnswerId } from '../domain/ids.ts';
import { mintContent } from '../knowledge/mint-content.ts';
import type { Problem } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read-knowledge.ts';
import { addWording } from './add-wording.ts';

/** A wording that was written into a file. */
export interface Edit {
  /** Path from the knowledge folder. */
  readonly file: string;
  readonly wording: string;
  /** The bot with the wording, trained anew. */
  readonly mind: Mind;
  /** Takes it back. False when someone else has changed the file since: it is left alone then. */
  undo(): boolean;
}

export type EditResult =
  | { readonly ok: true; readonly edit: Edit }
  /** The files are as they were. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Writes a wording into the file of an answer, checks all files as `npm run check` does and trains the matcher. When
 * any rule is broken the file is put back and the problems are returned. Takes seconds.
 */
export function editIntents(root: string, mind: Mind, id: AnswerId, wording: string): EditResult {
  const intent = mind.matcher.corpus.intents.find((one) => one.id === id);
  if (!intent) throw new Error(`There is no file of wordings for ${id}.`);
  const file = `intents/${intent.group}/${id}.yaml`;
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = addWording(before, wording);
  replaceFile(path, after);
  const undo = (): boolean => {
    if (readFileSync(path, 'utf8') !== after) return false;
    replaceFile(path, before);
    return true;
  };
  try {
    const read = readKnowledge(root);
    if (!read.ok) {
      undo();
      return { ok: false, problems: read.problems };
    }
    const { draft, ...files } = read.files;
    const changed = createMind({ content: mintContent(draft, mind.content.version), ...files });
    return { ok: true, edit: { file, wording, mind: changed, undo } };
  } catch (error) {
    undo();
    throw error;
  }
}

/** In one step: a bot that watches the folder reads the old file or the new one. */
function replaceFile(path: string, text: string): void {
  const aside = join(path, '..', `.${process.pid}.tmp`);
  writeFileSync(aside, text);
  renameSync(aside, path);
}
