import { readKnowledge } from '../../knowledge/read-knowledge.ts';
import { type Finding, ok, problem } from './finding.ts';

/** Reads `content/` and `intents/` as `npm run check` does. */
export function checkContent(root: string): Finding {
  const result = readKnowledge(root);
  if (result.ok) {
    const { medical, talk, safety } = result.files.draft;
    return ok('content', `${medical.length + talk.length + safety.length} answers, no problem found.`);
  }
  const count = result.problems.length;
  return problem(
    'content',
    `${count} problem${count === 1 ? '' : 's'}: a start would fail.`,
    'npm run check lists them, with file and line',
  );
}
