import { describe, expect, it } from 'vitest';
import { classesIn, rules } from './shipped-triage.ts';

describe.each(rules.rules.map((rule) => [`${rule.class}/${rule.name}`, rule] as const))('%s', (_, rule) => {
  it.each(rule.matches)('finds: %s', (text) => {
    expect(classesIn(text)).toContain(rule.class);
  });
  if (rule.not.length > 0) {
    it.each(rule.not)('leaves: %s', (text) => {
      expect(classesIn(text)).not.toContain(rule.class);
    });
  }
});
