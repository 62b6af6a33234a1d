import { describe, expect, test } from 'vitest';
import { findQuote } from '../../src/knowledge/find-quote.ts';
import { figuresIn } from '../../src/knowledge/measure/figures-in.ts';
import { namesIn, smallWords } from '../../src/knowledge/measure/names-in.ts';
import { numbersIn } from '../../src/knowledge/measure/numbers-in.ts';
import { readingGrade } from '../../src/knowledge/measure/reading-grade.ts';
import { namesTreatment } from '../../src/knowledge/names-treatment.ts';

test.each([
  ['10–90 mg per hour', ['10', '90']],
  ['a 10-day infusion', ['10']],
  ['ten days, four hours', ['10', '4']],
  ['83% of those in one study', ['83']],
  ['One study[2] demonstrated', []],
  ['1,000 people and 3.5 mg', ['1,000', '3.5']],
  ['no number', []],
])('numbersIn(%j)', (text, expected) => {
  expect(numbersIn(text)).toEqual(expected);
});

test.each([
  ['10–90 mg per hour', ['10–90 mg']],
  ['between 600 and 900 mg', ['600 and 900 mg']],
  ['83% had relief', ['83%']],
  ['83 per cent', ['83 per cent']],
  ['from 40 to 80 milligrams', ['40 to 80 milligrams']],
  ['ten days in 2004', []],
])('figuresIn(%j)', (text, expected) => {
  expect(figuresIn(text).map((figure) => figure.text)).toEqual(expected);
});

test.each([
  ['It was brought by Ronald Harbut.', ['Ronald', 'Harbut']],
  ['The drug is old. Many use it.', []],
  ['Berlin has one.', ['Berlin']],
  ["Schwartzman's idea", ['Schwartzman']],
])('namesIn(%j)', (text, expected) => {
  expect(namesIn(text, smallWords(['the many it drug']))).toEqual(expected);
});

describe('readingGrade', () => {
  test('short plain sentences are easy', () => {
    expect(readingGrade('The dog sat. The cat ran.')).toBeLessThan(2);
  });
  test('long words in one long sentence are hard', () => {
    expect(
      readingGrade('Pharmacological methodology necessitates considerable epidemiological deliberation.'),
    ).toBeGreaterThan(12);
  });
  test('no words have no grade', () => {
    expect(readingGrade('… 12 !')).toBeLessThanOrEqual(8);
    expect(readingGrade('')).toBe(0);
  });
});

describe('findQuote', () => {
  const document = ['Title', 'It is a low dose of 10–90 mg\nper hour.'];
  test.each([
    [2, 'low dose of 10–90 mg per hour', true],
    [2, 'low dose of 10-90 mg per hour', false],
    [1, 'low dose', false],
    [3, 'anything', false],
    [2, ' ', false],
  ])('paragraph %i, %j', (paragraph, quote, found) => {
    expect(findQuote(document, paragraph, quote) !== undefined).toBe(found);
  });
});

test.each([
  ['About ketamine.', true],
  ['KETAMINE!', true],
  ['A comatose cat', false],
  ['in a coma', true],
  ['Good morning', false],
])('namesTreatment(%j)', (text, expected) => {
  expect(namesTreatment(text, ['ketamine', 'coma'])).toBe(expected);
});
