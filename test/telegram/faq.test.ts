import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { createGroup, type Group, idOf, KIM, MOD, replyTo } from '../support/telegram/group.ts';

const DOSE = 'tell me about awake-dose';
const OPEN = 'More in private → https://t.me/crps_answers_bot?start=awake-dose';
const REMOVE = (...ids: number[]) => `Remove → g:r:${ids.map((id) => id.toString(36)).join('.')}`;

let group: Group;
beforeEach(() => {
  vi.useFakeTimers();
  group = createGroup({ admin: true });
});
afterEach(() => {
  vi.useRealTimers();
});
const last = () => group.texts.at(-1) ?? '';
const toast = () =>
  group.setting.api.calls.filter(({ method }) => method === 'answerCallbackQuery').at(-1)?.payload['text'];
const { id: CHAT } = createGroup().chat;

describe('/faq as a reply answers that message', () => {
  test('one gesture, one message: to the member, with title, caveat and two buttons; the command goes', async () => {
    const asked = group.kim.says(DOSE);
    const call = group.mod.says('/faq', replyTo(asked));
    expect(await group.calls(call)).toEqual([
      { method: 'getChatMember', chat: CHAT, user: MOD },
      { method: 'sendMessage', chat: CHAT, replyTo: idOf(asked), buttons: [OPEN, REMOVE(KIM)] },
      { method: 'getChatMember', chat: CHAT, user: 7_000_000_001 },
      { method: 'deleteMessage', chat: CHAT, message: idOf(call) },
    ]);
    const { content } = group.setting.assistant;
    const answer = content.answers.get('awake-dose' as never);
    expect(last().startsWith(`Experimental · ${answer?.title}`)).toBe(true);
    expect(last()).toContain(content.levels['study-number'].text);
    expect(last().endsWith(content.standing.text)).toBe(true);
    expect(group.setting.api.sent[0]?.['entities']).toContainEqual(
      expect.objectContaining({ type: 'bold', offset: 0 }),
    );
  });

  test('in its topic; a thread of replies that is no topic is not named', async () => {
    const forum = createGroup({ chat: { is_forum: true } as never });
    const topic = { message_thread_id: 7, is_topic_message: true };
    const asked = forum.kim.says(DOSE, topic);
    const [, sent] = await forum.calls(forum.mod.says('/faq', { ...replyTo(asked), ...topic }));
    expect(sent).toMatchObject({ thread: 7, replyTo: idOf(asked) });
    const aside = group.kim.says(DOSE, { message_thread_id: 9 });
    const [, plain] = await group.calls(group.mod.says('/faq', { ...replyTo(aside), message_thread_id: 9 }));
    expect(plain).not.toHaveProperty('thread');
  });

  test('words or an id choose the answer', async () => {
    const asked = group.kim.says('has anyone tried this?');
    await group.calls(group.mod.says(`/faq ${DOSE}`, replyTo(asked)));
    expect(last()).toContain('10–90 mg');
    await group.calls(group.mod.says('/faq Coma-Legality', replyTo(asked)));
    expect(last()).toContain('not allowed in the United States');
  });

  test('the id of a safety text gives what triage would give: the public form, with its door', async () => {
    const asked = group.kim.says('has anyone tried this?');
    const calls = await group.calls(group.mod.says('/faq crisis', replyTo(asked)));
    expect(calls.find(({ method }) => method === 'sendMessage')).toMatchObject({
      replyTo: idOf(asked),
      buttons: ['Write to me in private → https://t.me/crps_answers_bot?start=crisis'],
    });
    const { forms } = group.setting.assistant.content.safety.crisis;
    expect(last()).toBe(forms.public.map(blockText).join('\n\n'));
  });

  test('only the marked words of a message are looked at', async () => {
    const asked = group.kim.says(`hello all. ${DOSE} please. bye`);
    const quote = { text: 'tell me about coma-dose', position: 0, is_manual: true } as const;
    await group.calls(group.mod.says('/faq', { ...replyTo(asked), quote }));
    expect(last()).toContain('600 and 900 mg');
  });

  test('a caption is answered; a message without words is not', async () => {
    const photo = [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }];
    await group.calls(group.mod.says('/faq', replyTo(group.kim.sends({ photo, caption: DOSE }))));
    expect(last()).toContain('10–90 mg');
    const told = await group.calls(group.mod.says('/faq', replyTo(group.kim.sends({ photo }))));
    expect(told).toEqual([{ method: 'sendMessage', chat: CHAT, to: MOD }]);
    expect(last()).toMatch(/^I can only read text, and that message has none/);
  });
});

describe("a moderator's note", () => {
  const note = (text: string, by = group.mod) =>
    group.calls(by.says(`/faq awake-dose\n${text}`, replyTo(group.kim.says('the dose?'))));

  test('stands after the caveats of the answer, marked as theirs, as plain text and in one line', async () => {
    await note('We talked about it\n<b>*yesterday*</b>\u202e, see above');
    const { notices, standing, levels } = group.setting.assistant.content;
    const label = notices['note-of-moderator'].body.map(blockText).join(' ');
    expect(last()).toContain(
      `${label} We talked about it <b>*yesterday*</b> , see above\n\n${standing.text}`,
    );
    expect(last().indexOf(label)).toBeGreaterThan(last().indexOf(levels['study-number'].text));
    const entities = group.setting.api.sent[0]?.['entities'] as {
      offset: number;
      length: number;
      type: string;
    }[];
    const at = last().indexOf('We talked');
    expect(entities.filter(({ offset, length }) => offset <= at && offset + length > at)).toEqual([]);
  });

  test('200 characters, not one more: then the moderator is told and nothing is posted', async () => {
    await note('x'.repeat(200));
    expect(last()).toContain('x'.repeat(200));
    const calls = await note('x'.repeat(201));
    expect(calls.filter(({ method }) => method === 'sendMessage')).toMatchObject([{ to: MOD }]);
    expect(last()).toMatch(/^Your note is too long/);
  });

  test('of a member is not shown: the bot says nothing in their name', async () => {
    await note('buy it at example.org', group.kim);
    expect(last()).toContain('10–90 mg');
    expect(last()).not.toContain('example.org');
  });

  test('with danger in it is answered with help', async () => {
    await note('i am going to kill myself tonight');
    expect(last()).toContain('findahelpline.com');
    expect(last()).not.toContain('mg');
  });
});

describe('only a note, on the second line', () => {
  const NOTE = 'Ask your clinic about awake-dose.';
  const noted = () => {
    const { notices } = group.setting.assistant.content;
    return `${notices['note-of-moderator'].body.map(blockText).join(' ')} ${NOTE}`;
  };

  test.each(['/faq', '/faq ', '/faq@crps_answers_bot', '/FAQ', '@crps_answers_bot'])(
    '%j: the replied-to message is answered, and the note stands under it',
    async (called) => {
      const asked = group.kim.says('tell me about success-rate');
      const call = group.mod.says(`${called}\n${NOTE}`, replyTo(asked));
      const calls = await group.calls(call);
      expect(calls.filter(({ method }) => method === 'sendMessage')).toMatchObject([
        { replyTo: idOf(asked), buttons: [expect.stringContaining('start=success-rate'), REMOVE(KIM)] },
      ]);
      expect(last()).toContain(noted());
      expect(calls.at(-1)).toMatchObject({ method: 'deleteMessage', message: idOf(call) });
    },
  );

  test('an id or words after the name choose the answer there as well', async () => {
    const asked = group.kim.says('has anyone tried this?');
    await group.calls(group.mod.says(`@crps_answers_bot coma-legality\n${NOTE}`, replyTo(asked)));
    expect(last()).toContain('not allowed in the United States');
    expect(last()).toContain(noted());
  });

  test('with nothing to answer it is no question: the caller is told how it is used', async () => {
    await group.calls(group.mod.says('/faq\ntell me about awake-dose'));
    expect(last()).toMatch(/^Reply to a message with \/faq/);
  });

  test('a question of a member over two lines, put to the name of the bot, stays theirs', async () => {
    const asked = group.mod.says('x');
    const call = group.kim.says('@crps_answers_bot hello\ntell me about awake-dose', replyTo(asked));
    const calls = await group.calls(call);
    expect(calls.find(({ method }) => method === 'sendMessage')).toMatchObject({ replyTo: idOf(call) });
    expect(last()).toContain('10–90 mg');
  });
});

describe('/faq without a reply', () => {
  test('answers the one who asks; their question stays', async () => {
    const asked = group.kim.says(`/faq ${DOSE}`);
    const calls = await group.calls(asked);
    expect(calls.map(({ method }) => method)).toEqual(['getChatMember', 'sendMessage']);
    expect(calls[1]).toMatchObject({ replyTo: idOf(asked), buttons: [OPEN, REMOVE(KIM)] });
  });

  test('and without words says how it is used, to the caller alone', async () => {
    const calls = await group.calls(group.mod.says('/faq'));
    expect(calls.at(-1)).toEqual({ method: 'sendMessage', chat: CHAT, to: MOD });
    expect(last()).toMatch(/^Reply to a message with \/faq/);
  });

  test('in a basic group, where the replied-to text is missing, it says so, and goes after a minute', async () => {
    const basic = createGroup({ chat: { id: -55, type: 'group' } as never });
    const call = basic.mod.says('/faq');
    const calls = await basic.calls(call);
    expect(calls.at(-1)).toEqual({ method: 'sendMessage', chat: -55, replyTo: idOf(call) });
    expect(basic.texts.at(-1)).toMatch(/^In this kind of group I do not get the message/);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(basic.setting.api.calls.at(-1)?.method).toBe('deleteMessage');
  });
});

describe('unsure', () => {
  const asked = () => group.kim.says('unsure');

  test('the candidates go to the moderator alone; only the chosen answer is posted', async () => {
    const question = asked();
    const call = group.mod.says('/faq', replyTo(question));
    const shown = await group.calls(call);
    expect(shown.at(-1)).toMatchObject({ method: 'sendMessage', to: MOD });
    expect(shown.at(-1)).not.toHaveProperty('replyTo');
    expect(shown.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
    const title = group.setting.assistant.content.answers.get('coma-dose' as never)?.label.text ?? '';
    expect(await group.calls(group.mod.taps(title))).toMatchObject([
      { method: 'answerCallbackQuery' },
      { method: 'deleteEphemeralMessage', to: MOD },
      { method: 'sendMessage', replyTo: idOf(question) },
      { method: 'deleteMessage', message: idOf(call) },
    ]);
    expect(last()).toContain('600 and 900 mg');
  });

  test('where the bot cannot whisper: buttons in the group, which only the caller can press', async () => {
    group = createGroup();
    const call = group.mod.says('/faq', replyTo(asked()));
    const shown = await group.calls(call);
    expect(shown.at(-1)).toMatchObject({ method: 'sendMessage', replyTo: idOf(call) });
    const title = group.setting.assistant.content.answers.get('coma-dose' as never)?.label.text ?? '';
    expect(await group.calls(group.kim.taps(title))).toEqual([{ method: 'answerCallbackQuery' }]);
    expect(toast()).toBe('Only the person who asked can choose.');
    const picked = await group.calls(group.mod.taps(title));
    expect(picked.map(({ method }) => method)).toEqual([
      'answerCallbackQuery',
      'deleteMessage',
      'sendMessage',
    ]);
    expect(toast()).toBeUndefined();
    expect(last()).toContain('600 and 900 mg');
  });

  test('they go after a minute, and with "none of these"', async () => {
    group = createGroup();
    await group.calls(group.mod.says('/faq', replyTo(asked())));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(group.setting.api.countOf('deleteMessage')).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(group.setting.api.countOf('deleteMessage')).toBe(1);
    await group.calls(group.mod.says('/faq', replyTo(asked())));
    const calls = await group.calls(group.mod.taps('None of these'));
    expect(calls.map(({ method }) => method)).toEqual(['answerCallbackQuery', 'deleteMessage']);
  });

  test('for an anonymous admin: any admin may press, and nobody is named', async () => {
    const shown = await group.calls(group.anonymously('/faq', replyTo(asked())));
    const sent = shown.find(({ method }) => method === 'sendMessage');
    expect(sent).toHaveProperty('replyTo');
    expect(sent).not.toHaveProperty('to');
    expect(await group.calls(group.kim.taps('None of these'))).toEqual([
      { method: 'getChatMember', chat: CHAT, user: KIM },
      { method: 'answerCallbackQuery' },
    ]);
    expect(toast()).toBe('Only admins of this group can do that.');
    const title = group.setting.assistant.content.answers.get('coma-dose' as never)?.label.text ?? '';
    const picked = await group.calls(group.mod.taps(title));
    expect(picked.find(({ method }) => method === 'sendMessage')).toMatchObject({
      buttons: [expect.anything(), REMOVE(KIM)],
    });
    expect(JSON.stringify(group.setting.api.sent)).not.toContain(String(MOD));
  });

  test('nothing fits: the caller is told, not the member', async () => {
    const calls = await group.calls(group.mod.says('/faq', replyTo(group.kim.says('what about mondays'))));
    expect(calls.filter(({ method }) => method === 'sendMessage')).toMatchObject([{ to: MOD }]);
  });
});

describe('danger in the replied-to message', () => {
  test.each(['/faq', '/faq awake-dose'])('comes before %s', async (text) => {
    const asked = group.kim.says('how much should i buy, i want to kill myself');
    const calls = await group.calls(group.mod.says(text, replyTo(asked)));
    expect(calls[0]).toMatchObject({ method: 'sendMessage', replyTo: idOf(asked) });
    expect(calls[0]?.['buttons']).toContain(
      'Write to me in private → https://t.me/crps_answers_bot?start=crisis',
    );
    expect(last()).toContain('findahelpline.com');
    expect(last()).not.toMatch(/mg|buy|kill/);
  });
});

describe('who, and how often', () => {
  const ask = (by = group.kim) => group.calls(by.says('/faq coma-dose', replyTo(group.mod.says('x'))));
  const posted = (calls: Awaited<ReturnType<typeof ask>>) =>
    calls.filter(({ method, to }) => method === 'sendMessage' && to === undefined).length;

  test('a member once in 30 seconds, then a whisper; a moderator as often as needed', async () => {
    expect(posted(await ask())).toBe(1);
    const again = await ask();
    expect(posted(again)).toBe(0);
    expect(again.at(-1)).toMatchObject({ method: 'sendMessage', to: KIM });
    expect(last()).toMatch(/^Please wait a moment/);
    for (let i = 0; i < 3; i += 1) expect(posted(await ask(group.mod))).toBe(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(posted(await ask())).toBe(1);
  });

  test('where the bot cannot whisper, a member who is too quick hears nothing', async () => {
    group = createGroup();
    await ask();
    expect(posted(await ask())).toBe(0);
    expect((await ask()).map(({ method }) => method)).toEqual([]);
  });

  test('a crisis is answered however often', async () => {
    for (let i = 0; i < 3; i += 1) {
      const calls = await group.calls(group.kim.says('/faq i want to kill myself'));
      expect(posted(calls)).toBe(1);
    }
  });
});

describe('Remove', () => {
  const answer = async () => {
    group = createGroup();
    const asked = group.kim.says(DOSE);
    await group.calls(group.mod.says('/faq', replyTo(asked)));
    return asked;
  };

  test('by the member who was answered, at once', async () => {
    await answer();
    expect((await group.calls(group.kim.taps('Remove'))).map(({ method }) => method)).toEqual([
      'answerCallbackQuery',
      'deleteMessage',
    ]);
  });

  test('by an admin; not by others', async () => {
    await answer();
    const sam = createPerson(group.setting.api, { id: 2_000_003, chat: group.chat });
    expect((await group.calls(sam.taps('Remove'))).map(({ method }) => method)).toEqual([
      'answerCallbackQuery',
      'getChatMember',
    ]);
    expect((await group.calls(group.mod.taps('Remove'))).at(-1)).toMatchObject({ method: 'deleteMessage' });
  });

  test('made-up data does nothing', async () => {
    await answer();
    const sam = createPerson(group.setting.api, { id: 2_000_003, chat: group.chat });
    const calls = await group.calls(sam.forges(`g:r:${(2_000_003).toString(36)}`));
    expect(calls.map(({ method }) => method)).not.toContain('deleteMessage');
  });

  test('after it the question can be answered again, and the copy is forgotten', async () => {
    const asked = await answer();
    await group.calls(group.kim.taps('Remove'));
    const calls = await group.calls(group.mod.says('/faq', replyTo(asked)));
    expect(calls).toMatchObject([{ method: 'sendMessage', buttons: [OPEN, REMOVE(KIM)] }]);
  });
});
