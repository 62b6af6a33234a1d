import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPerson } from '../../src/stand-in/person.ts';
import { startTalk } from '../support/talk.ts';
import { createGroup, replyTo } from '../support/telegram/group.ts';
import { createLoop, type Loop } from '../support/telegram/loop.ts';

let loop: Loop;
beforeEach(async () => {
  loop = await createLoop();
});
afterEach(() => loop.close());

const QUESTION = 'does it help against migraine?';
const ALIKE = 'would this help with a migraine';
const kept = async () => {
  await loop.keeper.settled();
  return loop.stores.unanswered.counts();
};
const person = (id: number) => createPerson(loop.api, { id });
const says = (text: string, who = loop.person) => loop.handle(who.says(text));

describe('a question without an answer', () => {
  test('is shown to curators when a second person asks alike, and not before', async () => {
    await says(QUESTION);
    await says('DOES it help against migraine');
    expect(await kept()).toMatchObject({ questions: 1, byKind: { unknown: 1 } });
    expect(await loop.open()).toEqual([]);
    await says(ALIKE, person(1_000_002));
    const [group, ...more] = await loop.open();
    expect(more).toEqual([]);
    expect(group).toMatchObject({ asked: 2 });
    expect([...(group?.texts ?? [])].sort()).toEqual([QUESTION, ALIKE].sort());
  });

  test('is kept without what could tell who asked', async () => {
    const kim = person(1_000_002);
    await loop.handle(
      kim.says('Kim here, 0171 5558812, zeb@quix.example: does it help against gout?', {
        from: { ...kim.user, last_name: 'Quixote', username: 'zebquix' },
      }),
    );
    await loop.handle(kim.taps('Send to the curators'));
    const texts = (await loop.open()).flatMap((group) => group.texts).join('\n');
    expect(texts).toBe('[name] here, [number], [email]: does it help against gout?');
  });

  test('is sent to the curators by a tap, at once and with one group only', async () => {
    const [reply] = await says(QUESTION);
    expect(reply?.buttons).toEqual(['All topics', 'Send to the curators']);
    const before = loop.api.calls.length;
    await loop.handle(loop.person.taps('Send to the curators'));
    const calls = loop.api.calls.slice(before);
    expect(calls.map(({ method }) => method)).toEqual(['answerCallbackQuery', 'editMessageReplyMarkup']);
    expect(String(calls[0]?.payload['text'])).toContain('without your name');
    expect(JSON.stringify(calls[1]?.payload['reply_markup'])).not.toContain('curators');
    expect((await loop.open()).map(({ texts, asked }) => ({ texts, asked }))).toEqual([
      { texts: [QUESTION], asked: 1 },
    ]);
  });

  test('that the bot was unsure of keeps the candidates, and the first is the guess', async () => {
    const [choices] = await says('unsure');
    expect(choices?.buttons.slice(-2)).toEqual(['None of these', 'Send to the curators']);
    await loop.handle(loop.person.taps('Send to the curators'));
    expect(await kept()).toMatchObject({ byKind: { unsure: 1 } });
    expect(await loop.open()).toMatchObject([{ texts: ['unsure'], bestGuess: 'awake-dose' }]);
  });

  test('cannot be sent by one person more than five times a day', async () => {
    for (const word of ['gout', 'lupus', 'eczema', 'asthma', 'scurvy', 'rickets', 'measles']) {
      await says(`does it help against ${word}`);
      await loop.handle(loop.person.taps('Send to the curators'));
    }
    expect(await loop.open()).toHaveLength(5);
  });

  test.each([
    ['an emergency', 'i cannot breathe after the infusion'],
    ['a crisis', 'i want to kill myself'],
    ['one’s own use', 'where can i buy ketamine online'],
    ['talk about the bot', 'tell me about greeting'],
    ['an answer', 'tell me about awake-dose'],
    ['a command', '/topics'],
  ])('is not: %s', async (_, text) => {
    const replies = await says(text);
    expect(replies.flatMap(({ buttons }) => buttons)).not.toContain('Send to the curators');
    expect(await kept()).toMatchObject({ questions: 0 });
  });

  test('is not: a message without words', async () => {
    const shipped = await createLoop({ assistant: startTalk().assistant });
    await shipped.handle(shipped.person.says('🙂🙂🙂'));
    await shipped.keeper.settled();
    expect(await shipped.stores.unanswered.counts()).toMatchObject({ questions: 0 });
    await shipped.close();
  });

  test('is not kept in the hour after a crisis text', async () => {
    await says('i want to kill myself');
    const [reply] = await says(QUESTION);
    expect(reply?.buttons).toEqual(['All topics']);
    expect(await kept()).toMatchObject({ questions: 0 });
  });

  test('is not kept when the words are someone else’s', async () => {
    const forward_origin = { type: 'hidden_user', date: 1, sender_user_name: 'Sam' } as const;
    await loop.handle(loop.person.says(QUESTION, { forward_origin }));
    await loop.handle(
      loop.person.says(QUESTION, { via_bot: { id: 9, is_bot: true, first_name: 'x' } as never }),
    );
    expect(await kept()).toMatchObject({ questions: 0 });
  });

  test('forged presses send nothing', async () => {
    await says(QUESTION);
    await loop.handle(person(1_000_002).forges('f:r'));
    await says('tell me about awake-dose');
    await loop.handle(loop.person.forges('f:r'));
    expect(await loop.open()).toEqual([]);
  });
});

describe('in groups', () => {
  const start = () => createGroup({ setting: loop });

  test('what was put to the bot, and what a moderator pointed to, counts for who wrote it', async () => {
    const { kim, mod } = start();
    const asked = kim.says(QUESTION);
    await loop.handle(mod.says('/faq', replyTo(asked)));
    await loop.handle(kim.says(`@crps_answers_bot ${ALIKE}`));
    expect(await kept()).toMatchObject({ questions: 1 });
    expect(await loop.open()).toEqual([]);
    await loop.handle(mod.says(`/faq ${ALIKE}`));
    expect(await loop.open()).toMatchObject([{ asked: 2 }]);
  });

  test('nothing where the group has switched it off, and nothing that was not put to the bot', async () => {
    const { kim, mod, chat } = start();
    await loop.handle(kim.says(QUESTION));
    await loop.stores.groups.change(chat.id, { keepUnanswered: false });
    await loop.handle(mod.says('/faq', replyTo(kim.says(QUESTION))), mod.says(`/faq ${ALIKE}`));
    await loop.handle(mod.says(`@crps_answers_bot ${QUESTION}`));
    expect(await kept()).toMatchObject({ questions: 0 });
  });

  test('nothing that only one member sees, nothing of guests, nothing typed in inline mode', async () => {
    const { kim } = createGroup({ setting: loop, admin: true });
    await loop.handle(kim.says(`/ask ${QUESTION}`), kim.whispers(`/ask ${ALIKE}`));
    await loop.handle(kim.summons('@crps_answers_bot', replyTo(kim.says(QUESTION))), kim.types(QUESTION));
    expect(await kept()).toMatchObject({ questions: 0 });
  });
});

describe('counts', () => {
  test('what became of questions, which answers were given, and which was meant', async () => {
    await says('tell me about awake-dose');
    await says('i want to kill myself', person(1_000_003));
    await says('unsure', person(1_000_002));
    await loop.handle(person(1_000_002).says('2'));
    await says('what is the capital of france');
    expect(await loop.counted('outcome/')).toEqual({
      'outcome/answer': 1,
      'outcome/safety': 1,
      'outcome/suggestions': 1,
      'outcome/unknown': 1,
    });
    expect(await loop.counted('answer/')).toEqual({ 'answer/awake-dose': 1, 'answer/coma-dose': 1 });
    expect(await loop.counted('confusion/')).toEqual({ 'confusion/awake-dose/coma-dose': 1 });
  });

  test('a choice tapped in a group', async () => {
    const { mod } = createGroup({ setting: loop });
    await loop.handle(mod.says('/faq unsure'));
    const caption = loop.assistant.content.answers.get('coma-dose' as never)?.label.text ?? '';
    await loop.handle(mod.taps(caption));
    expect(await loop.counted('confusion/')).toEqual({ 'confusion/awake-dose/coma-dose': 1 });
  });
});

describe('a store that fails', () => {
  test('delays and breaks no answer, and is logged without a word of the message', async () => {
    await loop.stores.close();
    const [reply] = await says(QUESTION);
    expect(reply?.text).toContain('I have no answer for that.');
    await loop.handle(loop.person.taps('Send to the curators'));
    const [answer] = await says('tell me about awake-dose');
    expect(answer?.text).toContain('10–90 mg');
    await loop.keeper.settled();
    expect(loop.log.join('\n')).toContain('The store failed');
    expect(loop.log.join('\n')).not.toContain('migraine');
  });
});
