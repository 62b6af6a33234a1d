import { beforeEach, describe, expect, test } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { BOT } from '../support/telegram/answers.ts';
import { createSetting, type Setting } from '../support/telegram/in-process.ts';
import { createPerson } from '../support/telegram/person.ts';

let setting: Setting;
beforeEach(() => {
  setting = createSetting();
});

const DOSE = 'tell me about awake-dose';

describe('in groups, for now', () => {
  const chat = { id: -100_1, type: 'supergroup', title: 'CRPS' } as const;
  const member = () => createPerson(setting.api, { chat });

  test('talk that is not for the bot is passed over', async () => {
    const kim = member();
    const talk = [DOSE, '/ban', '/help@some_other_bot', '@someone_else hello', 'hi'];
    expect(await setting.handle(...talk.map((text) => kim.says(text)))).toEqual([]);
    expect(await setting.handle(kim.sends({ dice: { emoji: '🎲', value: 1 } }), kim.edits(DOSE))).toEqual([]);
  });

  test.each([
    ['its name', `@crps_answers_bot ${DOSE}`],
    ['its name behind', `${DOSE} @CRPS_answers_bot`],
    ['a command with its name', `/ask@crps_answers_bot ${DOSE}`],
  ])('%s: a short answer, as a reply to the message', async (_, text) => {
    const update = member().says(text);
    const [reply, ...more] = await setting.handle(update);
    expect(more).toEqual([]);
    expect(reply?.text).toContain('mg');
    expect(reply?.text).toContain(setting.assistant.content.levels['study-number'].text);
    expect(reply?.payload).toMatchObject({
      chat_id: chat.id,
      reply_parameters: { message_id: update.message?.message_id, allow_sending_without_reply: true },
    });
    expect(JSON.stringify(reply?.payload['entities'])).not.toContain('blockquote');
  });

  test('a reply to it', async () => {
    const kim = member();
    const [first] = await setting.handle(kim.says('/help'));
    expect(first?.text).toMatch(/^You can ask me/);
    const own = { message_id: 1, date: 1, chat, from: BOT, text: 'x', reply_to_message: undefined };
    const [reply] = await setting.handle(kim.says(DOSE, { reply_to_message: own as never }));
    expect(reply?.text).toContain('mg');
    const topic = { ...own, forum_topic_created: { name: 'x', icon_color: 1 } };
    expect(await setting.handle(kim.says(DOSE, { reply_to_message: topic as never }))).toEqual([]);
  });

  test('a threat to life that is said outright is answered in public form, in edits too', async () => {
    const kim = member();
    for (const update of [
      kim.says('i am going to kill myself tonight'),
      kim.edits('i am going to kill myself tonight'),
    ]) {
      const [reply] = await setting.handle(update);
      expect(reply?.text).toBe(
        setting.assistant.content.safety.crisis.forms.public.map(blockText).join('\n\n'),
      );
    }
    expect(await setting.handle(kim.edits('@crps_answers_bot should i stop my gabapentin'))).toEqual([]);
  });

  test('channel posts, their copies and other bots are ignored; people who write as a channel are not', async () => {
    const kim = member();
    const channel = { id: -100_2, type: 'channel', title: 'News' } as const;
    const text = `@crps_answers_bot ${DOSE}`;
    const ignored = [
      kim.says(text, {
        is_automatic_forward: true,
        sender_chat: channel,
        from: { id: 777_000, is_bot: false, first_name: 'Telegram' },
      }),
      kim.says(text, { from: { id: 5, is_bot: true, first_name: 'Bot' } }),
      { update_id: 1, channel_post: { ...kim.says(text).message, chat: channel } } as never,
    ];
    expect(await setting.handle(...ignored)).toEqual([]);
    const masks = [
      kim.says(text, {
        sender_chat: channel,
        from: { id: 136_817_688, is_bot: true, first_name: 'Channel' },
      }),
      kim.says(text, { sender_chat: chat, from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' } }),
    ];
    expect(await setting.handle(...masks)).toHaveLength(2);
  });

  test('a press under an answer is answered', async () => {
    const kim = member();
    const [answer] = await setting.handle(kim.says(`@crps_answers_bot ${DOSE}`));
    const [next] = await setting.handle(kim.taps(answer?.buttons[0] ?? ''));
    expect(next?.payload).toMatchObject({ chat_id: chat.id });
  });
});
