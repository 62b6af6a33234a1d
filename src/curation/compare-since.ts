import { rmSync } from 'node:fs';
import { createMind } from '../answering/create-mind.ts';
import type { Mind } from '../answering/mind.ts';
import type { Content } from '../domain/knowledge.ts';
import { loadIntents } from '../knowledge/load-intents.ts';
import { loadRiskWordings } from '../knowledge/load-risk-wordings.ts';
import { loadSafetyRules } from '../knowledge/load-safety-rules.ts';
import type { Problem } from '../knowledge/problem.ts';
import { compareVerdicts, type Flips } from './compare-verdicts.ts';
import { judgeQuestions } from './judge-questions.ts';
import { readGitTree } from './read-git-tree.ts';
import type { Labelled } from './read-labelled.ts';

export type SinceResult =
  | { readonly ok: true; readonly flips: Flips }
  /** What prevents the old files from being read at all. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Which labelled questions have another outcome than at a commit. Of the old files only what matching needs is read, so
 * that a rule for `content/` that is newer than the commit does not stand in the way. Trains once; takes seconds.
 */
export function compareSince(
  root: string,
  ref: string,
  now: Mind,
  questions: readonly Labelled[],
): SinceResult {
  const old = readGitTree(root, ref);
  try {
    const problems: Problem[] = [];
    const before = readMind(old, now.content, problems);
    if (!before) return { ok: false, problems };
    const flips = compareVerdicts(
      questions,
      judgeQuestions(before, questions),
      judgeQuestions(now, questions),
    );
    return { ok: true, flips };
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

function readMind(root: string, content: Content, problems: Problem[]): Mind | undefined {
  const corpus = loadIntents(root, problems);
  const safety = loadSafetyRules(root, problems);
  if (!corpus || !safety) return undefined;
  const risk = loadRiskWordings(root, corpus, safety, problems);
  return problems.length === 0 ? createMind({ content, corpus, safety, risk }) : undefined;
}
