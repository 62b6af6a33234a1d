import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadEld, openPacked, packLanguages } from '../../src/matching/language-data.ts';
import { questionTexts } from '../support/question-texts.ts';

const whole = loadEld();
const packed = openPacked(packLanguages());
const verdict = (eld: typeof whole, text: string) => {
  const result = eld.detect(text);
  return { language: result.language, scores: result.getScores(), reliable: result.isReliable() };
};

test('packed data give the same verdict for every labelled message', () => {
  for (const text of questionTexts()) expect(verdict(packed, text)).toEqual(verdict(whole, text));
});

test('and for any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom(
      '¿Cuánto dura el alivio?',
      'Wie viel kostet das?',
      'これは何ですか',
      'toString constructor __proto__',
    ),
  );
  fc.assert(
    fc.property(text, (each) => {
      expect(verdict(packed, each)).toEqual(verdict(whole, each));
    }),
  );
});
