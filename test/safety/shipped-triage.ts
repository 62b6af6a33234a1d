import { loadSafetyRules } from '../../src/knowledge/load-safety-rules.ts';
import { formatProblems, type Problem } from '../../src/knowledge/problem.ts';
import { createTriage } from '../../src/safety/triage.ts';

const problems: Problem[] = [];
const loaded = loadSafetyRules(process.cwd(), problems);
if (!loaded) throw new Error(formatProblems(problems));

/** The rules as they ship, and the triage made of them. */
export const rules = loaded;
export const triage = createTriage(rules);

/** The classes found in a message, most urgent first; `soft` last where a soft rule matched. */
export function classesIn(text: string): string[] {
  const { hits, soft } = triage(text);
  return [...hits.map((hit) => hit.class), ...(soft ? ['soft'] : [])];
}
