import { expect, test } from 'vitest';
import { cutOpening } from '../../src/matching/cut-opening.ts';

test.each([
  ['can you tell me when the library is open', 'when the library is open'],
  ['please tell me about the late fee', 'the late fee'],
  ['hello, could you please explain how loans work', 'how loans work'],
  ["i'd like to know if you are open on sunday", 'you are open on sunday'],
  ['i was wondering whether dogs are allowed', 'dogs are allowed'],
  ['do you know what it costs', 'what it costs'],
  // Nothing to leave out, or too little would be left.
  ['when is the library open', 'when is the library open'],
  ['tell me more', 'tell me more'],
  ['i want to', 'i want to'],
  ['what can you tell me about fees', 'what can you tell me about fees'],
])('%s', (sentence, rest) => {
  expect(cutOpening(sentence)).toBe(rest);
});
