import { describe, expect, test } from 'vitest';
import { createRepair } from '../../src/matching/repair-word.ts';
import { learnWordlike } from '../../src/matching/wordlike.ts';

const KNOWN = new Map([
  ['ketamine', 80],
  ['infusion', 60],
  ['insurance', 40],
  ['hello', 20],
  ['help', 30],
  ['how', 90],
  ['much', 70],
  ['the', 200],
  ['treatment', 50],
]);
const repair = createRepair(
  KNOWN,
  learnWordlike(() => KNOWN.keys()),
);

describe('createRepair', () => {
  test.each([
    ['a letter swapped', 'ketmaine', ['ketamine']],
    ['a letter left out', 'infuson', ['infusion']],
    ['two edits in a long word', 'insurnse', ['insurance']],
    ['three letters swapped', 'teh', ['the']],
    ['a doubled letter made single', 'helo', ['hello']],
    ['two words run together', 'howmuch', ['how', 'much']],
    ['two words with a letter for the space', 'howxmuch', ['how', 'much']],
    ['too far from everything', 'lighthouse', undefined],
    ['too short to tell', 'hw', undefined],
    ['not letters', '12345', undefined],
  ])('%s', (_, typed, read) => {
    expect(repair(typed)).toEqual(read);
  });
});

describe('beside known neighbours', () => {
  const follows = (first: string, second: string): boolean =>
    ['the treatment', 'how much', ' how', 'help the', 'insurance much'].includes(`${first} ${second}`);
  const inContext = createRepair(
    KNOWN,
    learnWordlike(() => KNOWN.keys()),
    2,
    follows,
  );

  test.each([
    ['two letters are repaired only there', 'ow', '', 'much', ['how']],
    ['two letters with other neighbours are not', 'ow', 'ketamine', undefined, undefined],
    ['three letters of a rare word', 'hep', 'x', 'the', ['help']],
    ['the word that fits, though another is as near', 'hel', 'ketamine', 'the', ['help']],
    [
      'rare words run together that follow each other',
      'insurancemuch',
      'x',
      undefined,
      ['insurance', 'much'],
    ],
  ])('%s', (_, typed, before, after, read) => {
    expect(inContext(typed, before, after)).toEqual(read);
  });
});
