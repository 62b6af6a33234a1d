import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { refuse } from '../../src/stand-in/answers.ts';
import { createGroup, type Group, idOf, KIM } from '../support/telegram/group.ts';

const DOSE = 'tell me about awake-dose';
const MORE = 'More in private → https://t.me/crps_answers_bot?start=awake-dose';
const SHOW = 'Show the group → g:h:awake-dose';

let group: Group;
beforeEach(() => {
  vi.useFakeTimers();
  group = createGroup();
});
afterEach(() => {
  vi.useRealTimers();
});
const last = () => group.texts.at(-1) ?? '';
const CHAT = -1_001_234_567;

describe('/ask, whispered', () => {
  test('is answered to that member alone, as a reply to the whisper', async () => {
    const asked = group.kim.whispers(`/ask ${DOSE}`);
    const number = asked.message?.ephemeral_message_id;
    expect(await group.calls(asked)).toEqual([
      { method: 'sendMessage', chat: CHAT, to: KIM, answers: number, buttons: [SHOW, MORE] },
    ]);
    const { levels, standing } = group.setting.assistant.content;
    expect(last()).toContain(levels['study-number'].text);
    expect(last().endsWith(standing.text)).toBe(true);
  });

  test('"Show the group" posts the answer and takes the whisper away', async () => {
    await group.calls(group.kim.whispers(`/ask ${DOSE}`));
    const calls = await group.calls(group.kim.taps('Show the group'));
    expect(calls).toMatchObject([
      { method: 'answerCallbackQuery' },
      { method: 'getChatMember', user: KIM },
      { method: 'sendMessage', chat: CHAT, buttons: [MORE, `Remove → g:r:${KIM.toString(36)}`] },
      { method: 'deleteEphemeralMessage', to: KIM },
    ]);
    expect(calls[2]).not.toHaveProperty('to');
    expect(calls[2]).not.toHaveProperty('replyTo');
    expect(last()).toContain('10–90 mg');
  });

  test('"Show the group" pressed twice posts once, and says that it is done', async () => {
    await group.calls(group.kim.whispers(`/ask ${DOSE}`));
    const [first, second] = [group.kim.taps('Show the group'), group.kim.taps('Show the group')];
    await group.calls(first);
    expect(await group.calls(second)).toEqual([{ method: 'answerCallbackQuery' }]);
    expect(group.setting.api.calls.at(-1)?.payload['text']).toBe('The group can see that answer now.');
  });

  test('who shows the group too much is told to wait with just that', async () => {
    await group.calls(group.kim.whispers(`/ask ${DOSE}`));
    await group.calls(group.kim.taps('Show the group'));
    await group.calls(group.kim.whispers('/ask tell me about coma-legality'));
    const calls = await group.calls(group.kim.taps('Show the group'));
    expect(calls.at(-1)).toMatchObject({ method: 'sendMessage', to: KIM });
    expect(last()).toMatch(/^Please wait a moment before you show the group/);
    await vi.advanceTimersByTimeAsync(31_000);
    await group.calls(group.kim.taps('Show the group'));
    expect(last()).toContain('not allowed in the United States');
  });

  test('unsure: the choice is whispered too, and the chosen answer takes its place', async () => {
    const asked = group.kim.whispers('/ask unsure');
    const [choice] = await group.calls(asked);
    expect(choice).toMatchObject({ to: KIM, answers: asked.message?.ephemeral_message_id });
    const title = group.setting.assistant.content.answers.get('coma-dose' as never)?.label.text ?? '';
    expect(await group.calls(group.kim.taps(title))).toMatchObject([
      { method: 'answerCallbackQuery' },
      { method: 'sendMessage', to: KIM, press: true, replaces: true },
    ]);
    expect(last()).toContain('600 and 900 mg');
  });

  test('none of these takes the choice away', async () => {
    await group.calls(group.kim.whispers('/ask unsure'));
    expect((await group.calls(group.kim.taps('None of these'))).at(-1)).toMatchObject({
      method: 'deleteEphemeralMessage',
      to: KIM,
    });
  });

  test('a crisis is answered to that member, in the words for one person', async () => {
    const [reply] = await group.calls(group.kim.whispers('/ask i want to kill myself'));
    expect(reply).toMatchObject({ to: KIM });
    const self = group.setting.assistant.content.safety.crisis.forms.self.map(blockText).join('\n\n');
    expect(last()).toContain(self);
  });

  test('an answer that is too long for a whisper is shown in private', async () => {
    const [reply] = await group.calls(group.kim.whispers('/ask tell me about privacy'));
    expect(reply).toMatchObject({ method: 'sendMessage', to: KIM });
    expect(reply?.['buttons']).toEqual(['Ask in private → https://t.me/crps_answers_bot?start=privacy']);
    expect(last()).toContain(
      group.setting.assistant.content.notices['go-private'].body.map(blockText).join(''),
    );
  });

  test('every text that can be whispered is short enough', () => {
    const { safety, standing } = group.setting.assistant.content;
    for (const { forms } of Object.values(safety))
      for (const body of Object.values(forms)) {
        const text = [...body.map(blockText), standing.text].join('\n\n');
        expect(text.length).toBeLessThanOrEqual(1000);
      }
  });

  test('without words it says how it is used', async () => {
    const [reply] = await group.calls(group.kim.whispers('/ask'));
    expect(reply).toMatchObject({ to: KIM });
    expect(last()).toMatch(/^Write \/ask and your question/);
  });
});

describe('/ask that all can see', () => {
  test('an admin bot whispers the answer all the same, and takes the question away', async () => {
    group = createGroup({ admin: true });
    const asked = group.kim.says(`/ask ${DOSE}`);
    expect(await group.calls(asked)).toMatchObject([
      { method: 'getChatMember' },
      { method: 'sendMessage', to: KIM },
      { method: 'deleteMessage', message: idOf(asked) },
    ]);
  });

  test('else one line says so, with a door that carries the id and never the question', async () => {
    const asked = group.kim.says(`/ask ${DOSE} my name is Kim`);
    const calls = await group.calls(asked);
    expect(calls.at(-1)).toEqual({
      method: 'sendMessage',
      chat: CHAT,
      replyTo: idOf(asked),
      buttons: ['Ask in private → https://t.me/crps_answers_bot?start=awake-dose'],
    });
    expect(last()).toBe(
      group.setting.assistant.content.notices['ask-visible'].body.map(blockText).join('\n\n'),
    );
  });

  test('the same where Telegram refuses the whisper', async () => {
    group.setting.api.failNext('sendMessage', refuse('Bad Request: MESSAGE_NOT_COMMAND'));
    const calls = await group.calls(group.kim.whispers(`/ask ${DOSE}`));
    expect(calls.map(({ method, refused }) => [method, refused])).toEqual([
      ['sendMessage', true],
      ['sendMessage', undefined],
    ]);
    expect(calls[1]).not.toHaveProperty('to');
    expect(last()).not.toContain('mg');
  });

  test('a crisis is answered in public form', async () => {
    const calls = await group.calls(group.kim.says('/ask i want to kill myself'));
    expect(calls.at(-1)).not.toHaveProperty('to');
    expect(last()).toContain('findahelpline.com');
  });
});

test('in private it is one more way to ask', async () => {
  const { setting } = group;
  const [reply] = await setting.handle(setting.person.says(`/ask ${DOSE}`));
  expect(reply?.text).toContain('10–90 mg');
  const [same] = await setting.handle(setting.person.says(`/faq ${DOSE}`));
  expect(same?.text).toBe(reply?.text);
});
