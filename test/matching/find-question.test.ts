import { describe, expect, test } from 'vitest';
import { PRIVATE_BARS } from '../../src/matching/decide.ts';
import { decideMessage } from '../../src/matching/decide-message.ts';
import { shippedApp } from '../support/shipped.ts';

const { matcher } = shippedApp().mind();
const offered = (text: string): string[] => {
  const { decision } = decideMessage(text, matcher, PRIVATE_BARS);
  return decision.kind === 'suggestions' ? decision.candidates.map(({ id }) => id) : [];
};
const STORY =
  'Good morning! We moved to Leeds last year and my new GP is lovely. She referred me to the pain clinic, the ' +
  'appointment is in June. My sister drives me because the bus is too bumpy. While I wait I read a lot.';

describe('a question at the end of a story', () => {
  test('is offered where the story hides it', () => {
    expect(offered(`${STORY} Who came up with the idea?`)).toEqual(['who-developed-it']);
  });

  test('not where the story asks twice: nobody can tell which is meant', () => {
    expect(offered(`${STORY} Is that silly? Who came up with the idea?`)).toEqual([]);
  });

  test('not where it is about something else', () => {
    expect(offered(`${STORY} What time does the library close on Sundays?`)).toEqual([]);
  });
});
