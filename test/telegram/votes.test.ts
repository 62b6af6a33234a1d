import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPerson } from '../../src/stand-in/person.ts';
import { readButtons } from '../support/telegram/group.ts';
import { createLoop, type Loop } from '../support/telegram/loop.ts';

let now: number;
let loop: Loop;
beforeEach(async () => {
  now = Date.now();
  loop = await createLoop({ now: () => now });
});
afterEach(() => loop.close());

const DOSE = 'tell me about awake-dose';
const says = (text: string, who = loop.person) => loop.handle(who.says(text));
const tallies = async () => {
  await loop.keeper.settled();
  return (await loop.stores.feedback.tallies()).map(({ answerId, helped, notHelped }) => [
    answerId,
    helped,
    notHelped,
  ]);
};

describe('under an answer in private', () => {
  test('one row asks whether it helped; a tap counts, thanks, and takes the row away', async () => {
    const [answer] = await says(DOSE);
    expect(answer?.buttons.slice(-2)).toEqual(['This helped', 'Not what I asked']);
    const before = loop.api.calls.length;
    const sent = await loop.handle(loop.person.taps('This helped'));
    expect(sent).toEqual([]);
    const [told, edited] = loop.api.calls.slice(before);
    expect(told?.payload).toMatchObject({ text: expect.stringContaining('Thank you') });
    const markup = edited?.payload['reply_markup'] as never;
    const left = readButtons(markup).map((button) => button.split(' → ')[0]);
    expect(left).toEqual(answer?.buttons.slice(0, -2));
    expect(await tallies()).toEqual([['awake-dose', 1, 0]]);
  });

  test('one vote for each person and answer; a change of mind replaces it', async () => {
    for (const caption of ['This helped', 'This helped', 'Not what I asked']) {
      await says(DOSE);
      await loop.handle(loop.person.taps(caption));
    }
    expect(await tallies()).toEqual([['awake-dose', 0, 1]]);
    const sam = createPerson(loop.api, { id: 1_000_002 });
    await loop.handle(sam.says(DOSE));
    await loop.handle(sam.taps('This helped'));
    expect(await tallies()).toEqual([['awake-dose', 1, 1]]);
  });

  test('safety texts, talk and menus have no such row', async () => {
    const replies = await loop.handle(
      loop.person.says('/help'),
      loop.person.says('/topics'),
      loop.person.says('i want to kill myself'),
    );
    expect(replies.flatMap(({ buttons }) => buttons)).not.toContain('This helped');
  });

  test('the answer of a deep link and of a menu has it too', async () => {
    const [answer] = await says('/start coma-dose');
    expect(answer?.buttons).toContain('This helped');
    await loop.handle(loop.person.taps('Not what I asked'));
    expect(loop.api.sent.at(-1)?.['text']).toContain('topic');
  });

  test('a forged vote counts for nothing', async () => {
    await says(DOSE);
    await loop.handle(loop.person.forges('f:y:coma-dose'), loop.person.forges('f:n:no-such-answer'));
    expect(await tallies()).toEqual([]);
  });
});

describe('"Not what I asked"', () => {
  test('offers the next candidates at once, by button and by number, and tells curators', async () => {
    await says('unsure');
    await says('2');
    const [offer] = await loop.handle(loop.person.taps('Not what I asked'));
    expect(offer?.buttons).toHaveLength(4);
    expect(offer?.text).toContain('1. ');
    expect(offer?.buttons.slice(-2)).toEqual(['None of these', 'Send to the curators']);
    const [other] = await says('1');
    expect(other?.text).toContain('10–90 mg');
    expect(await loop.counted('confusion/')).toEqual({
      'confusion/awake-dose/coma-dose': 1,
      'confusion/coma-dose/awake-dose': 1,
    });
    await loop.handle(loop.person.taps('Send to the curators'));
    expect(await loop.open()).toMatchObject([{ texts: ['unsure'], bestGuess: 'awake-dose' }]);
  });

  test('an answered question is kept as thumbs-down; without candidates the menu comes', async () => {
    await says('tell me about awake-dose please');
    const [offer] = await loop.handle(loop.person.taps('Not what I asked'));
    expect(offer?.buttons).toContain('The coma method');
    await loop.keeper.settled();
    expect(await loop.stores.unanswered.counts()).toMatchObject({ byKind: { 'thumbs-down': 1 } });
  });

  test('after half an hour the question is forgotten: the vote counts, and the menu comes', async () => {
    await says('unsure');
    await says('2');
    now += 31 * 60_000;
    const [menu] = await loop.handle(loop.person.taps('Not what I asked'));
    expect(menu?.buttons).toContain('The coma method');
    expect(await tallies()).toEqual([['coma-dose', 0, 1]]);
    expect(await loop.stores.unanswered.counts()).toMatchObject({ byKind: { 'thumbs-down': 0 } });
  });
});
