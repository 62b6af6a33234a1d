import { describe, expect, it } from 'vitest';
import { loadSafetyRules } from '../../src/knowledge/load-safety-rules.ts';
import { formatProblems, type Problem } from '../../src/knowledge/problem.ts';
import { createTriage } from '../../src/safety/triage.ts';

const problems: Problem[] = [];
const rules = loadSafetyRules(process.cwd(), problems);
if (!rules) throw new Error(formatProblems(problems));
const triage = createTriage(rules);

/** The classes found in a message; `soft` where only a soft rule matched. */
function classesIn(text: string): string[] {
  const { hits, soft } = triage(text);
  return [...hits.map((hit) => hit.class), ...(soft ? ['soft'] : [])];
}

describe.each(rules.rules.map((rule) => [`${rule.class}/${rule.name}`, rule] as const))('%s', (_, rule) => {
  it.each(rule.matches)('finds: %s', (text) => {
    expect(classesIn(text)).toContain(rule.class);
  });
  it.each(rule.not)('leaves: %s', (text) => {
    expect(classesIn(text)).not.toContain(rule.class);
  });
});
