import { loadIntents } from '../../src/knowledge/load-intents.ts';
import { formatProblems, type Problem } from '../../src/knowledge/problem.ts';
import type { Corpus } from '../../src/matching/corpus.ts';

/** The shipped phrasings. Throws with every problem in them. */
export function loadCorpus(): Corpus {
  const problems: Problem[] = [];
  const corpus = loadIntents(process.cwd(), problems);
  if (!corpus) throw new Error(formatProblems(problems));
  return corpus;
}
