import { loadSafetyRules } from '../../src/knowledge/load-safety-rules.ts';
import { formatProblems, type Problem } from '../../src/knowledge/problem.ts';
import { shippedApp } from '../support/shipped.ts';

const problems: Problem[] = [];
const loaded = loadSafetyRules(process.cwd(), problems);
if (!loaded) throw new Error(formatProblems(problems));

/** The rules as they ship. */
export const rules = loaded;

/** The triage that members meet: the rules, and the second opinion on them. */
export const { triage } = shippedApp().mind();

/** The classes found in a message, most urgent first; `soft` last where a soft rule matched. */
export function classesIn(text: string): string[] {
  const { hits, soft } = triage(text);
  return [...hits.map((hit) => hit.class), ...(soft ? ['soft'] : [])];
}
