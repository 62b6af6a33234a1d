import { describe, expect, test } from 'vitest';
import { type Bars, chooseClasses } from '../../src/answering/choose-classes.ts';
import { ofClasses, SAFETY_CLASSES, type SafetyClass } from '../../src/domain/ids.ts';

const BARS: Bars = {
  classes: ofClasses(() => ({ alone: 0.3, over: 0.2, under: 0.4, plain: 0.6 })),
  said: { phrase: 0.9, clause: 0.8, sentence: 0.7, doubt: 0.1 },
};
const NOWHERE = { phrase: 0, clause: 0, sentence: 0 };

/** Chances by initial: E, C, S and P. */
function choose(
  { E = 0, C = 0, S = 0, P = 0 },
  { plain = false, around = {} as Partial<Record<SafetyClass, Partial<typeof NOWHERE>>> } = {},
): string[] {
  const chances = {
    'medical-emergency': E,
    crisis: C,
    'self-administration': S,
    'personal-medical-advice': P,
  };
  const matches = SAFETY_CLASSES.flatMap((name) => {
    const match = around[name];
    return match ? [[name, { ...NOWHERE, ...match }] as const] : [];
  });
  return chooseClasses(chances, { around: new Map(matches) }, () => plain, BARS);
}

describe('a class counts', () => {
  test.each([
    ['at its bar', { C: 0.3 }, ['crisis']],
    ['not below it', { C: 0.29 }, []],
    [
      'with less where it would take the place of one less urgent',
      { C: 0.2, S: 0.5 },
      ['crisis', 'self-administration'],
    ],
    ['with more beside one more urgent', { C: 0.5, S: 0.39 }, ['crisis']],
    ['beside one more urgent, too', { E: 0.9, P: 0.4 }, ['medical-emergency', 'personal-medical-advice']],
  ] as const)('%s', (_, chances, expected) => {
    expect(choose(chances)).toEqual(expected);
  });
});

test('a message that is plainly an ordinary question needs more for an alarm', () => {
  expect(choose({ S: 0.59 }, { plain: true })).toEqual([]);
  expect(choose({ S: 0.6 }, { plain: true })).toEqual(['self-administration']);
});

test('the most urgent comes first', () => {
  expect(choose({ P: 1, S: 1, C: 1, E: 1 })).toEqual(SAFETY_CLASSES);
});

describe('a match counts whatever else the message is about', () => {
  const match = (part: string, least: number) => ({ plain: true, around: { crisis: { [part]: least } } });

  test('by its sentence', () => {
    expect(choose({ C: 0 }, match('sentence', 0.7))).toEqual(['crisis']);
    expect(choose({ C: 0 }, match('sentence', 0.69))).toEqual([]);
  });

  test.each([
    ['phrase', 0.9],
    ['clause', 0.8],
  ] as const)('by its %s, unless the class is out of the question', (part, least) => {
    expect(choose({ C: 0.1 }, match(part, least))).toEqual(['crisis']);
    expect(choose({ C: 0.09 }, match(part, least))).toEqual([]);
    expect(choose({ C: 0.1 }, match(part, least - 0.01))).toEqual([]);
  });
});
