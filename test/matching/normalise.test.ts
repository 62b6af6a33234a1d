import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST, normalise } from '../../src/matching/normalise.ts';

describe('normalise', () => {
  test.each([
    ['capitals and accents', 'Tübingen, É', 'tubingen, e'],
    ['curly apostrophes', 'what’s', "what's"],
    ['full-width letters', 'ｋｅｔ', 'ket'],
    ['bidirectional overrides', 'abc\u202Edef', 'abcdef'],
    ['zero-width spaces', 'do\u200Bse', 'dose'],
    ['control characters', 'a\u0000b\u0007c', 'a b c'],
    ['lone surrogates', 'a\ud800b', 'a b'],
    ['emoji', 'dose 💉👩‍⚕️ please', 'dose please'],
    ['mentions', '@crps_faq_bot dose', 'dose'],
    ['a bot name without its @', 'crps_faq_bot dose', 'dose'],
    ['links', 'see https://example.org/a?b=c now', 'see weblink now'],
    ['letters held down', 'sooooo long', 'soo long'],
    ['line ends', 'one\r\ntwo', 'one\ntwo'],
  ])('%s', (_, typed, read) => {
    expect(normalise(typed)).toBe(read);
  });

  test('reads no more than a message can hold', () => {
    expect(normalise('ab '.repeat(LONGEST)).length).toBeLessThanOrEqual(LONGEST);
  });

  test('leaves no capitals, controls, format characters, lone surrogates, accents or emoji of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = normalise(text);
        expect(plain).not.toMatch(/\p{Cs}|\p{Cf}|\p{M}|[^\P{Cc}\n]|[A-Z]|\p{Emoji_Presentation}/u);
      }),
      { numRuns: 500 },
    );
  });
});
