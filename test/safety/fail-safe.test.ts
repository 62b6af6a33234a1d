import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SAFETY_CLASSES } from '../../src/domain/ids.ts';
import { hardTexts } from '../bench/hard-texts.ts';
import { rules, triage } from './shipped-triage.ts';

const words = fc.constantFrom(
  ...rules.rules.flatMap((rule) => rule.matches).flatMap((text) => text.split(' ')),
);

describe('triage of any text', () => {
  it('never throws, gives at most one hit per class, most urgent first', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(text, (message) => {
        const classes = triage(message).hits.map((hit) => hit.class);
        expect(classes).toEqual(SAFETY_CLASSES.filter((name) => classes.includes(name)));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same result for the same text', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (list) => {
        const text = list.join(' ');
        expect(triage(text)).toEqual(triage(text));
      }),
    );
  });

  it.each(['', ' ', '\u0000', '\ud800', '....', '😂', "'", '@', '$$$', '1', '-- --'])(
    'finds nothing in %j',
    (text) => {
      expect(triage(text)).toMatchObject({ hits: [], soft: undefined });
    },
  );
});

describe('work grows in line with length', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(hardTexts(8192))('%s', (_, text) => {
    const small = countWork(text.slice(0, 4096));
    const large = countWork(text);
    expect(large).toBeLessThan(small * 2.6 + 5000);
  });
});

/** Look-ups in maps and sets: nearly all that the engine does. */
function countWork(text: string): number {
  const spies = [
    vi.spyOn(Map.prototype, 'get'),
    vi.spyOn(Map.prototype, 'set'),
    vi.spyOn(Set.prototype, 'has'),
    vi.spyOn(Set.prototype, 'add'),
  ];
  triage(text);
  const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return calls;
}
