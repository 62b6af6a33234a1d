import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../domain/knowledge.ts';
import type { Corpus } from '../matching/corpus.ts';
import type { SafetyRules } from '../safety/rules.ts';
import { loadIntents } from './load-intents.ts';
import { loadSafetyRules } from './load-safety-rules.ts';
import { mintContent } from './mint-content.ts';
import type { Problem } from './problem.ts';
import { readContent } from './read-content.ts';
import { readFolder } from './read-folder.ts';
import { intentPerAnswer } from './rules/intent-per-answer.ts';
import { CONTENT_RULES } from './rules.ts';

/** Everything in `content/` and `intents/`, checked. */
export interface Knowledge {
  readonly content: Content;
  readonly corpus: Corpus;
  readonly safety: SafetyRules;
}

export type LoadResult =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads `root/content` and `root/intents`: either a frozen knowledge base, or every problem in any of the files. Throws
 * only what the file system throws for a file that exists and cannot be read.
 */
export function loadKnowledge(root: string): LoadResult {
  const problems: Problem[] = [];
  const missing = ['content', 'intents', 'intents/safety'].filter(
    (folder) => !existsSync(join(root, folder)),
  );
  for (const folder of missing) {
    problems.push({ file: folder, line: 1, rule: 'missing-folder', message: 'This folder must exist.' });
  }
  if (missing.length > 0) return { ok: false, problems };

  const files = readFolder(root, 'content');
  const draft = readContent(files, problems);
  const corpus = loadIntents(root, problems);
  const safety = loadSafetyRules(root, problems);
  if (draft) for (const rule of CONTENT_RULES) problems.push(...rule(draft));
  if (draft && corpus) problems.push(...intentPerAnswer(draft, corpus));
  if (!draft || !corpus || !safety || problems.length > 0) return { ok: false, problems };

  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  const version = hash.digest('hex').slice(0, 12);
  return { ok: true, knowledge: { content: mintContent(draft, version), corpus, safety } };
}
