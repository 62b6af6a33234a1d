import { describe, expect, it } from 'vitest';
import { inflectVerb } from '../../src/safety/inflect-verb.ts';
import { PatternError, parsePattern } from '../../src/safety/parse-pattern.ts';
import type { SafetyContext, SafetyPattern, SafetyRules } from '../../src/safety/rules.ts';
import { createTriage } from '../../src/safety/triage.ts';

const SETS = {
  self: ['i', 'me'],
  other: ['he', 'she'],
  pill: ['pill', 'sleeping pill'],
  took: ['took', 'swallow~'],
};

function rulesWith(
  when: SafetyPattern[],
  unless: string[] = [],
  contexts: SafetyContext[] = [],
): SafetyRules {
  return {
    sets: SETS,
    spelling: { always: {}, also: {}, emoji: {}, drop: [], turns: ['but'], common: [], ordinary: [] },
    contexts,
    forwarded: [],
    rules: [
      {
        name: 'it',
        class: 'crisis',
        when,
        unless,
        who: 'auto',
        explicit: true,
        matches: [],
        not: [],
      },
    ],
  };
}
const finds = (when: SafetyPattern, text: string, unless?: string[], contexts?: SafetyContext[]) =>
  createTriage(rulesWith([when], unless, contexts))(text).hits.length > 0;

describe('the pattern language', () => {
  it.each([
    ['took all', 'she took all of it', true],
    ['took all', 'took it all', false],
    ['took .. all', 'took it and them all', true],
    ['took ..1 all', 'took it and them all', false],
    ['took ..5 all', 'took it. all gone', false],
    ['took ...5 all', 'took it. all gone', true],
    ['took (all|the lot)', 'took the lot', true],
    ['$took really? all', 'swallowed really all', true],
    ['$took really? all', 'swallowing all', true],
    ['$took ..2 $pill', 'swallowed a sleeping pill', true],
    ['START took', 'well, took it', true],
    ['START took', 'she took it', false],
    ['START. took', 'well, took it', false],
    ['took END', 'what she took, then', true],
    ['took END', 'what she took then', false],
    ['took (it|END.)', 'what she took.', true],
    [{ near: ['all', 'took'], within: 3, across: false }, 'all that she took', true],
    [{ near: ['all', 'took'], within: 3, across: false }, 'took them all', true],
    [{ near: ['all', 'took'], within: 1, across: false }, 'all of that she took', false],
    [{ near: ['all', 'took'], within: 3, across: false }, 'all. she took', false],
    [{ near: ['all', 'took'], within: 3, across: true }, 'all. she took', true],
  ] as [SafetyPattern, string, boolean][])('%j in "%s": %s', (pattern, text, wanted) => {
    expect(finds(pattern, text)).toBe(wanted);
  });

  it.each(['took (all', 'Took', '$', '..3', 'really?', 'took ..', '.. took', ''])('refuses %j', (pattern) => {
    expect(() => parsePattern(pattern)).toThrow(PatternError);
  });

  it('refuses sets and contexts that do not exist, and sets that contain themselves', () => {
    expect(() => createTriage(rulesWith(['$nothing']))).toThrow('no word set "$nothing"');
    expect(() => createTriage(rulesWith(['took'], ['@nothing']))).toThrow('no context "@nothing"');
    const loop = { ...rulesWith(['$a']), sets: { ...SETS, a: ['$b'], b: ['$a'] } };
    expect(() => createTriage(loop)).toThrow('contains itself');
  });

  it.each([
    ['wake', ['wake', 'wakes', 'waked', 'waking']],
    ['stop', ['stop', 'stops', 'stopped', 'stopping']],
    ['try', ['try', 'tries', 'tried', 'trying']],
    ['hurt', ['hurt', 'hurts', 'hurted', 'hurting']],
    ['crush', ['crush', 'crushes', 'crushed', 'crushing']],
  ])('gives %s its endings', (verb, forms) => {
    expect(inflectVerb(verb)).toEqual(forms);
  });
});

describe('contexts', () => {
  const past = (kind: SafetyContext['scope']['kind'], reach: number): SafetyContext => ({
    name: 'past',
    when: ['years ago'],
    unless: ['again'],
    scope: { kind, reach },
  });
  it.each([
    ['clause', 'took all years ago', false],
    ['clause', 'took all, years ago', false],
    ['clause', 'took all but years ago not', true],
    ['sentence', 'took all but years ago not', false],
    ['sentence', 'took all. years ago not', true],
    ['clause', 'took all of these and many more things years ago', true],
    ['before', 'years ago took all', false],
    ['before', 'took all years ago', true],
    ['clause', 'took all years ago, again', true],
  ] as const)('%s: "%s"', (kind, text, found) => {
    expect(finds('took all', text, ['@past'], [past(kind, 6)])).toBe(found);
  });

  it('takes a pattern in the same clause as a reason', () => {
    expect(finds('took all', 'took all the cake', ['cake'])).toBe(false);
    expect(finds('took all', 'took all. the cake', ['cake'])).toBe(true);
  });
});

describe('who is meant', () => {
  const who = (text: string) => createTriage(rulesWith(['took all']))(text).hits[0]?.who;
  it.each([
    ['i took all', 'self'],
    ['she took all', 'other'],
    ['i think she took all', 'other'],
    ['took all', 'self'],
    ['took all, she did', 'other'],
  ])('"%s": %s', (text, wanted) => {
    expect(who(text)).toBe(wanted);
  });
});
