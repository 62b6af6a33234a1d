import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAssistant } from '../../src/answering/assistant.ts';
import type { Outcome } from '../../src/answering/respond.ts';
import type { Surface } from '../../src/domain/question.ts';
import { plainText } from '../../src/rendering/plain-text.ts';
import { questionTexts } from '../support/question-texts.ts';
import { shippedApp } from '../support/shipped.ts';

const TEXTS = questionTexts();
const SURFACES: readonly Surface[] = ['private', 'group'];

const seen = ({ reply, decision, hits }: Outcome) => ({
  text: reply && plainText(reply),
  decision,
  hits,
});

test('a question that was judged before gets the reply it would get as a new one, whatever was said between', () => {
  const mind = shippedApp().mind();
  const clock = { now: () => 1_800_000_000_000, elapsed: () => 0 };
  const remembers = createAssistant(() => mind, { clock });
  // A copy of the mind is another mind: nothing that was judged before counts.
  const judgesAnew = createAssistant(() => ({ ...mind }), { clock });
  let runs = 0;
  const step = fc.record({
    text: fc.constantFrom(
      ...TEXTS,
      'and the dose?',
      'is it done here too?',
      'yes',
      '2',
      'what about the other one',
    ),
    surface: fc.constantFrom(...SURFACES),
    conversation: fc.constantFrom('one', 'two', 'three'),
    forwarded: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      // Everything is asked in other conversations first.
      for (const [i, each] of steps.entries())
        remembers.ask({ ...each, addressed: true, conversation: `${each.conversation} before ${i % 2}` });
      runs += 1;
      for (const each of steps) {
        const question = { ...each, addressed: true, conversation: `${runs} ${each.conversation}` };
        expect(seen(remembers.ask(question))).toEqual(seen(judgesAnew.ask(question)));
      }
    }),
    { numRuns: 300 },
  );
});

test('what was judged once is not judged again, and a triage that failed is', () => {
  let asked = 0;
  let broken = true;
  const mind = shippedApp().mind();
  const triage = (text: string) => {
    asked += 1;
    if (broken) throw new Error('broken');
    return mind.triage(text);
  };
  const changed = { ...mind, triage };
  const assistant = createAssistant(() => changed);
  const ask = () =>
    assistant.ask({ text: 'Who may have ketamine infusions?', surface: 'private', addressed: true });
  expect(ask().hits).toMatchObject([{ rule: 'triage-failed' }]);
  broken = false;
  expect([ask(), ask()].map(({ hits }) => hits)).toEqual([[], []]);
  expect(asked).toBe(2);
});
