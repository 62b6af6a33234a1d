import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addWording, whyNoWording } from '../../src/curation/add-wording.ts';

const FILE = `# How much is given.
id: awake-dose
topic: the awake method
phrasings: # oldest first
  - what is the dose   # the plain one
  - "how much: exactly?"
  # the short ones
  - mg per hour
# the end
`;

describe('adding a wording', () => {
  test('inserts one line after the last wording and keeps every other character', () => {
    const line = '  - how strong is it\n';
    expect(addWording(FILE, 'how strong is it')).toBe(FILE.replace('# the end', `${line}# the end`));
  });

  test.each([
    [
      'no line end at the end',
      'id: a\ntopic: b\nphrasings:\n  - c',
      'id: a\ntopic: b\nphrasings:\n  - c\n  - new\n',
    ],
    ['a list that is not indented', 'phrasings:\n- c\ntopic: b\n', 'phrasings:\n- c\n- new\ntopic: b\n'],
    ['Windows line ends', 'phrasings:\r\n  - c\r\n', 'phrasings:\r\n  - c\r\n  - new\r\n'],
    [
      'a wording over two lines',
      'phrasings:\n  - c\n    d\ntopic: b\n',
      'phrasings:\n  - c\n    d\n  - new\ntopic: b\n',
    ],
    ['a comment behind the last', 'phrasings:\n  - c # last\n', 'phrasings:\n  - c # last\n  - new\n'],
    ['a dash within the last', 'phrasings:\n  - low - dose\n', 'phrasings:\n  - low - dose\n  - new\n'],
    ['a list in brackets', 'phrasings: [ c ] # short\n', 'phrasings: [ c, new ] # short\n'],
  ])('%s', (_, before, after) => {
    expect(addWording(before, 'new')).toBe(after);
  });

  test('any text is read back as it was written, with what was there before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const wanted = text.toWellFormed().replace(/\s+/g, ' ').trim();
        fc.pre(wanted !== '');
        const { phrasings } = parse(addWording(FILE, text.toWellFormed()));
        expect(phrasings).toEqual(['what is the dose', 'how much: exactly?', 'mg per hour', wanted]);
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  test('a file without a list of wordings is a mistake of the program', () => {
    expect(() => addWording('id: a\n', 'new')).toThrow('no list of phrasings');
  });

  test('what was taken out of a text is not made a wording', () => {
    expect(whyNoWording('ask [name] about the dose')).toMatch(/taken out/);
    expect(whyNoWording('  ')).toBeDefined();
    expect(whyNoWording('x'.repeat(501))).toBeDefined();
    expect(whyNoWording('how much is given?')).toBeUndefined();
  });
});
