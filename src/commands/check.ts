import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SHIPPED_KNOWLEDGE } from '../app.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read-knowledge.ts';
import type { ExitStatus } from './exit-status.ts';

const OPTIONS = {
  knowledge: { type: 'string' },
  since: { type: 'string' },
  questions: { type: 'string' },
  all: { type: 'boolean', default: false },
  'allow-worse': { type: 'string' },
} as const;

/**
 * `npm run check`: prints every problem in `content/` and `intents/`, or what was found to be good. With `--since REF`
 * also which labelled questions have another outcome than at that commit; that is only shown, unless `--allow-worse N`
 * makes more than N worse (after subtracting the better ones) a mistake.
 */
export async function check(args: readonly string[]): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const allowed = values['allow-worse'];
  if (allowed !== undefined && !/^\d{1,6}$/.test(allowed)) {
    process.stderr.write('--allow-worse must be a whole number, such as 5.\n');
    return 2;
  }
  const root = values.knowledge ?? SHIPPED_KNOWLEDGE;
  const result = readKnowledge(root);
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
  if (values.since === undefined) return 0;
  // Loaded only here: a plain check trains nothing.
  const { showFlips } = await import('./show-flips.ts');
  return showFlips(result.files, {
    root,
    since: values.since,
    questions: values.questions ?? join(root, 'test', 'questions'),
    all: values.all,
    allowWorse: allowed === undefined ? undefined : Number(allowed),
  });
}
