import { expect, test } from 'vitest';
import { startTalk } from '../support/talk.ts';
import { createSetting } from '../support/telegram/in-process.ts';

/* With the matcher as shipped: what a member sees. */

const { content } = startTalk().assistant;

test('a question with typos, then one that leans on the answer', async () => {
  const { handle, person } = createSetting(startTalk().assistant);
  const [dose] = await handle(person.says('how much ketmaine do thay giv in the coma'));
  expect(dose?.text).toContain('600 and 900 mg');
  expect(dose?.text).toContain(content.levels['unproven-coma'].text);
  const [evidence] = await handle(person.says('how good is the evidence for that one?'));
  expect(evidence?.text).toContain(content.answers.get('coma-evidence' as never)?.title ?? '?');
});

test('the answer opened by a button is what the next message leans on', async () => {
  const { handle, person } = createSetting(startTalk().assistant);
  await handle(person.says('/topics'), person.says('hello'));
  await handle(person.taps('The coma method'));
  await handle(person.taps(content.answers.get('coma-legality' as never)?.label.text ?? '?'));
  const [evidence] = await handle(person.says('how good is the evidence for that one?'));
  expect(evidence?.text).toContain(content.answers.get('coma-evidence' as never)?.title ?? '?');
});
