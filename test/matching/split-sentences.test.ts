import { expect, test } from 'vitest';
import { splitSentences } from '../../src/matching/split-sentences.ts';

test.each([
  ['one question', 'is it safe?', ['is it safe?']],
  ['a story', 'it hurts. i am tired! does it help?', ['it hurts', 'i am tired', 'does it help?']],
  ['a title', 'is dr. smith there?', ['is dr  smith there?']],
  ['a country with dots', 'is it legal in the u.s. now?', ['is it legal in the usa  now?']],
  ['a decimal', 'is 1.5 enough?', ['is 1\u20245 enough?']],
  ['a dictated mark', 'does it help question mark', ['does it help?']],
  ['lines', 'one\ntwo', ['one', 'two']],
  ['nothing but signs', '... ?!', []],
])('%s', (_, text, wanted) => {
  expect(splitSentences(text).map(({ text: own, marked }) => own + (marked ? '?' : ''))).toEqual(wanted);
});
