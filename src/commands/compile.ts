import { writeFileSync } from 'node:fs';
import { SHIPPED_KNOWLEDGE, snapshotPlace } from '../app.ts';
import { compileKnowledge } from '../knowledge/compile-knowledge.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { PACKED_LANGUAGES } from '../matching/detect-language.ts';
import { packLanguages } from '../matching/language-data.ts';
import type { ExitStatus } from './exit-status.ts';

/** The last step of `npm run build`: reads, checks and trains once, so that every start is fast. */
export function compile(): ExitStatus {
  writeFileSync(PACKED_LANGUAGES, packLanguages());
  const problems = compileKnowledge(SHIPPED_KNOWLEDGE, snapshotPlace());
  if (problems.length === 0) return 0;
  process.stderr.write(`${formatProblems(problems)}\n`);
  return 1;
}
