import { describe, expect, test } from 'vitest';
import { answerId } from '../../src/domain/ids.ts';
import { type Corpus, NO_FOLLOW_UPS, NO_VOCABULARY, type Tuning } from '../../src/matching/corpus.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { GROUPS } from '../../src/matching/extract-features.ts';
import { SIGNALS } from '../../src/matching/measure-signals.ts';
import { libraryMatcher } from './small-corpus.ts';

const matcher = libraryMatcher();
const signal = (text: string, name: string): number =>
  matcher.match(text).signals.find((each) => each.name === name)?.value ?? Number.NaN;
const evidence = (text: string, name: string): number =>
  matcher.match(text).evidence.find((each) => each.name === name)?.value ?? Number.NaN;

/** A subject without a vocabulary: what is left is everyday English. */
function desk(intents: Readonly<Record<string, readonly string[]>>, tuning: Tuning = {}): Corpus {
  return {
    intents: Object.entries(intents).map(([id, phrasings]) => ({
      id: answerId(id),
      group: '',
      topic: id,
      phrasings,
    })),
    offTopic: [],
    vocabulary: NO_VOCABULARY,
    followUps: NO_FOLLOW_UPS,
    tuning,
  };
}

describe('signals of the message as a whole', () => {
  test('every one of them is told, after the probability that they make', () => {
    expect(matcher.match('how high is the fine').signals.map(({ name }) => name)).toEqual([
      'fits',
      ...SIGNALS,
    ]);
  });

  test('odds: higher for a question of the subject than for another', () => {
    expect(signal('how do i borrow an audio book', 'odds')).toBeGreaterThan(0);
    expect(signal('who won the match on the sofa', 'odds')).toBeLessThan(0);
  });

  test('explained: the share falls with every word that does not speak for the answer', () => {
    const whole = signal('how high is the fine', 'explained');
    expect(whole).toBeGreaterThan(0.8);
    expect(signal('how high is the zeppelin fine of gondola captains', 'explained')).toBeLessThan(
      whole - 0.2,
    );
  });

  test('concepts: terms of the vocabulary are counted', () => {
    expect(signal('when are you open', 'concepts')).toBe(0);
    expect(signal('borrow a paperback recording', 'concepts')).toBe(2);
  });

  test('length: words without courtesies', () => {
    expect(signal('hello, is it open please', 'length')).toBeCloseTo(Math.log1p(3));
  });
});

describe('what speaks for the first answer, by group of features', () => {
  test('every group is told, and the sum is the score', () => {
    const { evidence: parts, candidates } = matcher.match('how many weeks may i keep a paperback');
    expect(parts.map(({ name }) => name)).toEqual([...GROUPS]);
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(candidates[0]?.score ?? Number.NaN);
  });

  test.each([
    ['word', 'overdue'],
    ['pair', 'late fee'],
    ['letters', 'overduely'],
    ['kind', 'open on friday'],
    ['synonym', 'price'],
    ['concept', 'spoken'],
    ['conceptPair', 'how long paperback'],
  ])('%s: "%s"', (group, text) => {
    expect(evidence(text, group)).toBeGreaterThan(0);
  });
});

describe('everyday English, in a subject without a vocabulary', () => {
  const ASKED = {
    monday: ['are you open on monday', 'what is on monday', 'closing time monday'],
    money: ['how do i get my money', 'when do i get the money', 'get money back'],
    lost: ['i lost my card', 'someone stole my card', 'my card is gone'],
  };
  const best = (text: string, tuning: Tuning = {}): string | undefined =>
    createMatcher(desk(ASKED, tuning)).match(text).candidates[0]?.id;

  test.each([
    ['a word of the same class', 'closed friday', 'monday', { kind: 0, pair: 0, letters: 0 }],
    ['a synonym', 'receive refund', 'money', { synonym: 0, letters: 0 }],
  ])('%s', (_, text, id, without) => {
    expect(best(text)).toBe(id);
    const { candidates } = createMatcher(desk(ASKED, without)).match(text);
    const surest = createMatcher(desk(ASKED)).match(text).candidates[0];
    expect(candidates.find((each) => each.id === id)?.score).toBeLessThan(surest?.score ?? 0);
  });

  test('an irregular form is read as its verb', () => {
    const { sentences } = createMatcher(desk(ASKED)).read('stolen, bought and paid');
    expect(sentences.flatMap(({ words }) => words.map(({ stem }) => stem))).toEqual([
      'steal',
      'bui',
      'and',
      'pai',
    ]);
  });
});
