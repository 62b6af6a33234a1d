import { loadKnowledge } from '../../knowledge/load-knowledge.ts';
import type { SnapshotPlace } from '../../knowledge/snapshot.ts';
import { type Finding, ok, problem } from './finding.ts';

/** Loads `content/` and `intents/` as a start does: files of which a build left a snapshot passed every rule then. */
export async function checkContent(root: string, place: SnapshotPlace): Promise<Finding> {
  const result = await loadKnowledge(root, place);
  if (result.ok) {
    const { answers, safety } = result.knowledge.content;
    const count = answers.size + Object.keys(safety).length;
    return ok('content', `${count} answers, no problem found.`);
  }
  const count = result.problems.length;
  return problem(
    'content',
    `${count} problem${count === 1 ? '' : 's'}: a start would fail.`,
    'npm run check lists them, with file and line',
  );
}
