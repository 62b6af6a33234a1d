import { describe, expect, it } from 'vitest';
import { createTriage } from '../../src/safety/triage.ts';
import { classesIn, rules } from './shipped-triage.ts';

const alone = createTriage(rules);

describe.each(rules.rules.map((rule) => [`${rule.class}/${rule.name}`, rule] as const))('%s', (_, rule) => {
  it.each(rule.matches)('finds: %s', (text) => {
    expect(classesIn(text)).toContain(rule.class);
  });
  if (rule.not.length > 0) {
    it.each(rule.not)('leaves: %s', (text) => {
      const { hits, soft } = alone(text);
      expect([...hits.map((hit) => hit.class), ...(soft ? ['soft'] : [])]).not.toContain(rule.class);
    });
  }
});

it('the second opinion leaves nearly all that the rules must leave', () => {
  const texts = rules.rules.flatMap((rule) => rule.not);
  const alarms = texts.filter((text) => classesIn(text).some((name) => name !== 'soft'));
  expect(alarms.length / texts.length, alarms.join('\n')).toBeLessThanOrEqual(0.03);
});
