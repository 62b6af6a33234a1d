import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPerson } from '../../src/stand-in/person.ts';
import { createGroup } from '../support/telegram/group.ts';
import { createLoop, type Loop } from '../support/telegram/loop.ts';

let loop: Loop;
beforeEach(async () => {
  loop = await createLoop();
});
afterEach(() => loop.close());

const says = (text: string, who = loop.person) => loop.handle(who.says(text));

test('/forget deletes the questions, votes and copies of the one who asks, and says how many', async () => {
  await says('does it help against migraine?');
  await says('does it help against gout?');
  await says('tell me about awake-dose');
  await loop.handle(loop.person.taps('This helped'));
  const sam = createPerson(loop.api, { id: 1_000_002 });
  await says('does it help against migraine?', sam);
  await says('tell me about awake-dose', sam);
  const [reply] = await says('/forget');
  expect(reply?.text).toBe(
    'Gone. Open questions: 2. Votes: 1. Notes of where my answers stand in this chat: 1.',
  );
  expect(await loop.stores.unanswered.counts()).toMatchObject({ questions: 1 });
  expect(await loop.stores.feedback.tallies()).toEqual([]);
  expect(await loop.stores.posted.forget(sam.chat.id)).toBe(1);
  const [again] = await says('/forget');
  expect(again?.text).toContain('Open questions: 0. Votes: 0.');
});

test('what was remembered of the question is gone too: its button sends nothing', async () => {
  await says('does it help against migraine?');
  await says('/forget');
  await loop.handle(loop.person.taps('Send to the curators'));
  expect(await loop.open()).toEqual([]);
});

test('in a group it points to the private chat and deletes nothing', async () => {
  const { kim } = createGroup({ setting: loop });
  await loop.handle(kim.says('@crps_answers_bot does it help against migraine?'));
  const [reply] = await loop.handle(kim.says('/forget'));
  expect(reply?.text).toContain('in private');
  await loop.keeper.settled();
  expect(await loop.stores.unanswered.counts()).toMatchObject({ questions: 1 });
});

test('danger in the words after it comes first', async () => {
  const [reply] = await says('/forget it all, i want to kill myself');
  expect(reply?.text).toContain('findahelpline.com');
});

test('a store that fails: it says that nothing was deleted', async () => {
  await loop.stores.close();
  const [reply] = await says('/forget');
  expect(reply?.text).toContain('could not delete it now');
});
