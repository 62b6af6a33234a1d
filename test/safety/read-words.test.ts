import { describe, expect, it } from 'vitest';
import { compileRules } from '../../src/safety/compile-rules.ts';
import { prepareSpelling } from '../../src/safety/prepare-spelling.ts';
import { readTokens } from '../../src/safety/read-tokens.ts';
import { readWords } from '../../src/safety/read-words.ts';
import { BREAK } from '../../src/safety/words.ts';
import { rules } from './shipped-triage.ts';

const spelling = prepareSpelling(rules.spelling, compileRules(rules));
const read = (text: string) => readWords(readTokens(text, spelling), spelling);
/** Per word its readings, joined by a slash. */
const plain = (text: string) =>
  read(text)
    .readings.map((readings) => readings.join('/'))
    .join(' ');
const canRead = (text: string, wanted: string) => {
  const { readings } = read(text);
  return wanted.split(' ').every((word, at) => readings[at]?.includes(word));
};

describe('readWords', () => {
  it.each([
    ["I can't", 'i can not'],
    ['i cant', 'i can not'],
    ['I can’t', 'i can not'],
    ["she won't", 'she will not'],
    ["he's gone", 'he is gone'],
    ["mum's gone", 'mum gone'],
    ["I've", 'i have'],
    ["I'd", 'i would'],
    ['im', 'i am'],
    ['gonna', 'going to'],
    ['kms', 'kill myself'],
    ['I um want uh it', 'i want it'],
    ['I I want want it', 'i want it'],
  ])('writes %j out as %j', (text, wanted) => {
    expect(plain(text)).toBe(wanted);
  });

  it.each([
    ['s​ui​cide', 'suicide'],
    ['sui\u00adcide', 'suicide'],
    ['ѕuісіdе', 'suicide'],
    ['ｓｕｉｃｉｄｅ', 'suicide'],
    ['𝐬𝐮𝐢𝐜𝐢𝐝𝐞', 'suicide'],
    ['śüïcídé', 'suicide'],
    ['🇰🇮🇱🇱', 'kill'],
    ['su1c1d3', 'suicide'],
    ['$uicide', 'suicide'],
    ['s u i c i d e', 'suicide'],
    ['s.u.i.c.i.d.e', 'suicide'],
    ['s-u-i-c-i-d-e', 'suicide'],
    ['sui.cide', 'suicide'],
    ['ble-ed-ing', 'bleeding'],
    ['self-harm', 'self harm'],
    ['suuuicide', 'suicide'],
    ['suicied', 'suicide'],
    ['suiicide', 'suicide'],
    ['sucide', 'suicide'],
    ['iwanttodie', 'i want to die'],
    ['i w a n t t o d i e', 'i want to die'],
    ['w4nt t0 d13', 'want to die'],
    ['unconcious', 'unconscious'],
    ['💊', 'pills'],
  ])('can read %j as %j', (text, wanted) => {
    expect(canRead(text, wanted), plain(text)).toBe(true);
  });

  it.each(['10 mg', '40-80 mg', '0.5 ml', '3 days', '600-900 mg', '1 hour'])(
    'keeps the figures of %j',
    (text) => {
      const figures = text.match(/[0-9]+/g) ?? [];
      const readings = read(text).readings.map(([first]) => first);
      for (const figure of figures) expect(readings).toContain(figure);
    },
  );

  it.each([
    'hills',
    'skills',
    'table',
    'spelling',
    'paint',
    'prison',
    'stride',
    'breach',
    'drying',
    'hanger',
    'tomatoes',
  ])('leaves the ordinary word %j as it is', (word) => {
    expect(plain(word)).toBe(word);
  });

  it.each([
    ['a b', BREAK.none],
    ['a, b', BREAK.comma],
    ['a - b', BREAK.comma],
    ['a... b', BREAK.comma],
    ['a but b', BREAK.clause],
    ['a: b', BREAK.clause],
    ['a. b', BREAK.sentence],
    ['a? b', BREAK.sentence],
    ['a\n\nb', BREAK.sentence],
    ['a\nb', BREAK.comma],
    ['a\nB', BREAK.sentence],
  ])('puts the right break into %j', (text, wanted) => {
    expect(read(text).breaks[1]).toBe(wanted);
  });
});
