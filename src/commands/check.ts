import { parseArgs } from 'node:util';
import { SHIPPED_KNOWLEDGE } from '../app.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read-knowledge.ts';
import type { ExitStatus } from './exit-status.ts';

/** `npm run check`: prints every problem in `content/` and `intents/`, or what was found to be good. */
export function check(args: readonly string[]): ExitStatus {
  const { values } = parseArgs({ args: [...args], options: { knowledge: { type: 'string' } } });
  const result = readKnowledge(values.knowledge ?? SHIPPED_KNOWLEDGE);
  if (!result.ok) {
    const count = result.problems.length;
    process.stdout.write(
      `${formatProblems(result.problems)}\n\n${count} problem${count === 1 ? '' : 's'}.\n`,
    );
    return 1;
  }
  const { draft, corpus, safety } = result.files;
  const answers = draft.medical.length + draft.talk.length + draft.safety.length;
  const phrasings = corpus.intents.reduce((sum, intent) => sum + intent.phrasings.length, 0);
  process.stdout.write(
    `${answers} answers, ${phrasings} phrasings, ${safety.rules.length} safety rules: no problem found.\n`,
  );
  return 0;
}
