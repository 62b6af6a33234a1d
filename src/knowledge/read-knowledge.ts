import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../matching/corpus.ts';
import type { SafetyRules } from '../safety/rules.ts';
import type { ContentDraft } from './drafts.ts';
import { readCorpus } from './load-intents.ts';
import { loadRiskWordings } from './load-risk-wordings.ts';
import { loadSafetyRules } from './load-safety-rules.ts';
import type { Problem } from './problem.ts';
import { readContent } from './read-content.ts';
import { readFolder } from './read-folder.ts';
import { intentPerAnswer } from './rules/intent-per-answer.ts';
import { CONTENT_RULES } from './rules.ts';

/** Everything in `content/` and `intents/` as plain data, after every rule has passed. */
export interface CheckedFiles {
  readonly draft: ContentDraft;
  readonly corpus: Corpus;
  readonly safety: SafetyRules;
  /** The wordings of the safety classes, for the second opinion; without texts where the model was trained on them. */
  readonly risk: Corpus;
}

export type ReadResult =
  | { readonly ok: true; readonly files: CheckedFiles }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads `root/content` and `root/intents` and runs every rule: either all of it, or every problem in any of the files.
 * Throws only what the file system throws for a file that exists and cannot be read.
 */
export function readKnowledge(root: string): ReadResult {
  const missing = ['content', 'intents', 'intents/safety'].filter(
    (folder) => !existsSync(join(root, folder)),
  );
  if (missing.length > 0) {
    const message = 'This folder must exist.';
    return {
      ok: false,
      problems: missing.map((file) => ({ file, line: 1, rule: 'missing-folder', message })),
    };
  }
  const problems: Problem[] = [];
  const draft = readContent(readFolder(root, 'content'), problems);
  const asked = readCorpus(root, problems);
  const corpus = asked?.corpus;
  const safety = loadSafetyRules(root, problems);
  const risk = corpus && safety && loadRiskWordings(root, corpus, safety, problems);
  if (draft) for (const rule of CONTENT_RULES) problems.push(...rule(draft));
  if (draft && asked) problems.push(...intentPerAnswer(draft, asked.corpus, asked.unread));
  return draft && corpus && safety && risk && problems.length === 0
    ? { ok: true, files: { draft, corpus, safety, risk } }
    : { ok: false, problems };
}
