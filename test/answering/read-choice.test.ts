import { expect, test } from 'vitest';
import { readChoice } from '../../src/answering/read-choice.ts';

test.each([
  ['2', 3, 2],
  [' 2. ', 3, 2],
  ['2️⃣', 3, 2],
  ['Two', 3, 2],
  ['two.', 3, 2],
  ['the second', 3, 2],
  ['the second one please', 3, 2],
  ['number 3', 3, 3],
  ['option one', 3, 1],
  ['last', 3, 3],
  ['0', 3, 0],
  ['none', 3, 0],
  ['none of these', 3, 0],
  ['4', 3, 'beyond'],
  ['the fifth one', 3, 'beyond'],
  ['4', 0, undefined],
  ['4 mg', 3, undefined],
  ['12', 12, 12],
  ['2 mg', 3, undefined],
  ['two questions', 3, undefined],
  ['how long', 3, undefined],
  ['', 3, undefined],
  ['one', 0, undefined],
  [`2${' '.repeat(100)}`, 3, undefined],
])('readChoice(%j of %i)', (text, count, expected) => {
  expect(readChoice(text, count)).toBe(expected);
});
