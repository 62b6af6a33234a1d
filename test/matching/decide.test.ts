import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerId } from '../../src/domain/ids.ts';
import { decide, GROUP_BARS, PRIVATE_BARS, UNASKED_BARS } from '../../src/matching/decide.ts';
import type { Match } from '../../src/matching/match.ts';

function match(confidences: readonly number[], more: Partial<Match> = {}): Match {
  return {
    text: '',
    fits: 1,
    candidates: confidences.map((confidence, i) => ({
      id: answerId(`a${i}`),
      confidence,
      talk: false,
      score: 0,
    })),
    corrected: [],
    foreign: [],
    signals: [],
    evidence: [],
    ...more,
  };
}

describe('decide', () => {
  test.each([
    ['sure', match([0.9, 0.05]), 'answer'],
    ['unsure', match([0.4, 0.3, 0.2, 0.1]), 'suggestions'],
    ['lost', match([0.1, 0.1]), 'unknown'],
    ['sure, but hardly about the subject', match([0.55, 0.01], { fits: 0.56 }), 'suggestions'],
    ['sure behind a barrier', match([0.9], { barrier: { reason: 'too-generic' } }), 'unknown'],
    ['no answers at all', match([]), 'unknown'],
  ])('%s', (_, given, kind) => {
    expect(decide(given, PRIVATE_BARS).kind).toBe(kind);
  });

  test('talk about the bot is talk', () => {
    const candidates = [{ id: answerId('thanks'), confidence: 0.9, talk: true, score: 1 }];
    expect(decide(match([], { candidates }), PRIVATE_BARS)).toEqual({
      kind: 'talk',
      id: 'thanks',
      confidence: 0.9,
    });
  });

  test('offers at most three, surest first', () => {
    const decision = decide(match([0.3, 0.25, 0.2, 0.15]), PRIVATE_BARS);
    expect(decision.kind === 'suggestions' && decision.candidates.map(({ id }) => id)).toEqual([
      'a0',
      'a1',
      'a2',
    ]);
  });

  test('passes on the language of a message in another one', () => {
    const decision = decide(
      match([0.2], { barrier: { reason: 'other-language', language: 'fr' } }),
      PRIVATE_BARS,
    );
    expect(decision).toMatchObject({ kind: 'unknown', reason: 'other-language', language: 'fr' });
  });

  test('whatever a group is told, private would be told as well; text that did not ask is never answered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (confidences, fits) => {
          const given = match(
            confidences.sort((a, b) => b - a),
            { fits },
          );
          if (decide(given, GROUP_BARS).kind === 'answer')
            expect(decide(given, PRIVATE_BARS).kind).toBe('answer');
          expect(decide(given, UNASKED_BARS).kind).toBe('unknown');
        },
      ),
    );
  });
});
