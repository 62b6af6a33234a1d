import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/domain/decision.ts';
import { answerId } from '../../src/domain/ids.ts';
import { PRIVATE_BARS, UNASKED_BARS } from '../../src/matching/decide.ts';
import { decideMessage } from '../../src/matching/decide-message.ts';
import { splitQuestion } from '../../src/matching/split-question.ts';
import { libraryMatcher } from './small-corpus.ts';

const matcher = libraryMatcher();
/** The small corpus has few phrasings and so is never very sure. */
const EASY = { ...PRIVATE_BARS, answer: 0.2, fits: 0.2 };

function given(decision: Decision): readonly string[] {
  return decision.kind === 'answer' ? decision.ids : decision.kind === 'talk' ? [decision.id] : [];
}

describe('a message that leans on the last answer', () => {
  test.each([
    ['the other side, named', 'paper-period', 'and the audio one?', 'audio-period'],
    ['the other side, not named', 'audio-loan', 'and the other one?', 'paper-loan'],
    ['the same kind of question back', 'audio-period', 'what about paper?', 'paper-period'],
    ['a bare question word, by the table', 'audio-loan', 'for how long?', 'audio-period'],
    [
      'a kind of question, on the side spoken of',
      'audio-loan',
      'and when must it be returned?',
      'audio-period',
    ],
  ])('%s', (_, last, text, id) => {
    expect(given(decideMessage(text, matcher, EASY, answerId(last)).decision)[0]).toBe(id);
  });

  test.each([
    ['a question of its own', 'what do i pay for an overdue book'],
    ['a question that names a side', 'how many paper books can i borrow'],
  ])('%s is not bent', (_, text) => {
    const alone = decideMessage(text, matcher, EASY);
    expect(decideMessage(text, matcher, EASY, answerId('audio-loan')).match.candidates[0]?.id).toBe(
      alone.match.candidates[0]?.id,
    );
  });

  test('an answer that the table does not know changes nothing', () => {
    expect(decideMessage('and the other one?', matcher, EASY, answerId('hello')).followsUp).toBe(false);
  });
});

describe('two questions in one message', () => {
  test.each([
    ['two sentences', 'When are you open? How high is the fine?', ['opening-hours', 'late-fee']],
    [
      'joined by "and"',
      'what are your opening hours and how high is the fine',
      ['opening-hours', 'late-fee'],
    ],
    ['numbered', '1) what are your opening hours 2) how high is the fine', ['opening-hours', 'late-fee']],
    [
      'the second leans on the first',
      'how do i borrow an audio book and for how long?',
      ['audio-loan', 'audio-period'],
    ],
  ])('%s', (_, text, ids) => {
    expect(given(decideMessage(text, matcher, EASY).decision)).toEqual(ids);
  });

  test.each([
    ['one question twice', 'When are you open? At what time do you close?'],
    ['a story and a question', 'I love the library and my children do too. How high is the fine?'],
    ['"and" inside one question', 'is there a fine for overdue books and recordings'],
  ])('%s is one question', (_, text) => {
    expect(decideMessage(text, matcher, EASY).parts).toBeUndefined();
  });

  test('text that did not ask is not searched for parts', () => {
    expect(
      decideMessage('When are you open? How high is the fine?', matcher, UNASKED_BARS).decision.kind,
    ).toBe('unknown');
  });
});

describe('splitQuestion', () => {
  test.each([
    ['nothing to cut', 'how high is the fine', 0],
    ['an "and" before a question word', 'is it safe and does it help', 1],
  ])('%s', (_, text, least) => {
    expect(splitQuestion(text).length).toBeGreaterThanOrEqual(least);
    if (least === 0) expect(splitQuestion(text)).toEqual([]);
  });
});
