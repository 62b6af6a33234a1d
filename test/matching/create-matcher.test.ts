import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { LONGEST } from '../../src/matching/normalise.ts';
import { trainModel } from '../../src/matching/train-model.ts';
import { LIBRARY, libraryMatcher } from './small-corpus.ts';

const matcher = libraryMatcher();
const best = (text: string): string | undefined => matcher.match(text).candidates[0]?.id;

describe('match', () => {
  test.each([
    ['words of a phrasing in another order', 'the library, when is it open', 'opening-hours'],
    ['a typing mistake', 'how mcuh is the late fee', 'late-fee'],
    ['a synonym of the vocabulary', 'how do i borrow a paperback', 'paper-loan'],
    ['a synonym of the other side', 'how do i borrow a spoken book', 'audio-loan'],
    ['a courtesy around the question', 'hello, are you open on sunday please', 'opening-hours'],
    [
      'a story before the question',
      'My aunt lives by the sea. We had tea and cake. How high is the fine?',
      'late-fee',
    ],
    ['a courtesy alone', 'hello', 'hello'],
  ])('%s', (_, text, id) => {
    expect(best(text)).toBe(id);
  });

  test('every phrasing leads to its own answer', () => {
    const missed = LIBRARY.intents.flatMap(({ id, phrasings }) =>
      phrasings.filter((text) => best(text) !== id),
    );
    expect(missed).toEqual([]);
  });

  test('ranks every answer once, surest first, and the sum is at most 1', () => {
    const { candidates } = matcher.match('how long may i keep it');
    expect(new Set(candidates.map(({ id }) => id)).size).toBe(LIBRARY.intents.length);
    expect(candidates.map(({ confidence }) => confidence)).toEqual(
      candidates.map(({ confidence }) => confidence).sort((a, b) => b - a),
    );
    expect(candidates.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  test('is less sure of an off-topic message than of a phrasing', () => {
    expect(matcher.match('how do i repair a rusty bicycle').fits).toBeLessThan(
      matcher.match('how do i borrow a paper book').fits,
    );
  });

  test('names what it corrected and the words it does not know', () => {
    const { corrected, foreign } = matcher.match('how mcuh is the zeppelin');
    expect(corrected).toEqual([{ typed: 'mcuh', read: 'much' }]);
    expect(foreign).toEqual(['zeppelin']);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['signs only', '?! 👀', 'empty'],
    ['more than a message holds', 'a '.repeat(LONGEST), 'too-long'],
    ['one generic word', 'book', 'too-generic'],
    ['a number', '42', 'too-generic'],
    ['words that nobody here has used', 'zeppelin gondola', 'nothing-fits'],
  ])('a barrier: %s', (_, text, reason) => {
    expect(matcher.match(text).barrier?.reason).toBe(reason);
  });

  test.each([
    ['¿Cuánto cuesta devolver un libro tarde en la biblioteca?', 'es'],
    ['Wie lange darf ich ein Hörbuch aus der Bibliothek behalten?', 'de'],
    ['Combien de temps puis-je garder ce livre à la maison ?', 'fr'],
    ['сколько стоит просроченная книга', 'ru'],
  ])('another language: %s', (text, language) => {
    expect(matcher.match(text).barrier).toEqual({ reason: 'other-language', language });
  });

  test('short English with typing mistakes is not another language', () => {
    expect(matcher.match('hw mcuh is teh lat fee').barrier).toBeUndefined();
  });
});

describe('laws', () => {
  test('never throws, and every figure is a number from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { confidence } of matcher.match(text).candidates) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same message always gives the same match, whatever was asked before', () => {
    const fresh = createMatcher(LIBRARY, trainModel(LIBRARY));
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 6 }), { maxLength: 4 }), (texts) => {
        for (const text of texts) expect(matcher.match(text)).toEqual(fresh.match(text));
      }),
      { numRuns: 50 },
    );
  });

  test('training twice gives the same model to the bit', () => {
    expect(trainModel(LIBRARY)).toEqual(trainModel(LIBRARY));
  });

  test('a hundred times the phrasings changes the answer to none of them', () => {
    const intents = LIBRARY.intents.map((intent) => ({
      ...intent,
      phrasings: Array.from({ length: 100 }, (_, n) =>
        intent.phrasings.map((text) => (n === 0 ? text : `${text} ${'abcdefghij'[n % 10]}${n}`)),
      ).flat(),
    }));
    const large = createMatcher({ ...LIBRARY, intents });
    const asked = LIBRARY.intents.flatMap(({ phrasings }) => phrasings);
    expect(asked.map((text) => large.match(text).candidates[0]?.id)).toEqual(asked.map(best));
  });
});

describe('closest', () => {
  test('finds the phrasing itself first, as alike as can be', () => {
    const [first] = matcher.closest('how high is the fine', 3);
    expect(first).toMatchObject({ id: 'late-fee', phrasing: 'how high is the fine' });
    expect(first?.similarity).toBeGreaterThan(0.8);
  });

  test('gives no more than asked for', () => {
    expect(matcher.closest('how high is the fine', 2)).toHaveLength(2);
  });
});
