import { createMind } from '../answering/create-mind.ts';
import { compareSince } from '../curation/compare-since.ts';
import { countTurns } from '../curation/compare-verdicts.ts';
import { formatFlips } from '../curation/format-flips.ts';
import { NoSuchTree } from '../curation/read-git-tree.ts';
import { readLabelled } from '../curation/read-labelled.ts';
import { mintContent } from '../knowledge/mint-content.ts';
import { formatProblems } from '../knowledge/problem.ts';
import type { CheckedFiles } from '../knowledge/read-knowledge.ts';
import type { ExitStatus } from './exit-status.ts';

export interface FlipOptions {
  readonly root: string;
  readonly since: string;
  /** Folder of the labelled questions. */
  readonly questions: string;
  readonly all: boolean;
  /** How many more may be worse than better. Absent: any number. */
  readonly allowWorse: number | undefined;
}

/** The second half of `npm run check -- --since REF`. */
export function showFlips({ draft, ...files }: CheckedFiles, options: FlipOptions): ExitStatus {
  const { root, since, all, allowWorse } = options;
  const now = createMind({ content: mintContent(draft, ''), ...files });
  try {
    const result = compareSince(root, since, now, readLabelled(options.questions));
    if (!result.ok) {
      process.stdout.write(
        `The files at ${since} cannot be read, so nothing was compared:\n${formatProblems(result.problems)}\n`,
      );
      return 1;
    }
    process.stdout.write(`\nSince ${since}:\n\n${formatFlips(result.flips, { all })}\n`);
    const { better, worse } = countTurns(result.flips);
    if (allowWorse === undefined || worse - better <= allowWorse) return 0;
    process.stdout.write(`That is ${worse - better} more worse than better; at most ${allowWorse} may be.\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof NoSuchTree)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
