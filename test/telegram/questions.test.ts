import { beforeEach, describe, expect, test } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { createSetting, type Setting } from '../support/telegram/in-process.ts';

let setting: Setting;
beforeEach(() => {
  setting = createSetting();
});
const send = (text: string) => setting.handle(setting.person.says(text));

const DOSE = 'tell me about awake-dose';

describe('questions', () => {
  test('an answer goes to the chat it was asked in, with link previews off', async () => {
    const [reply, ...more] = await send(DOSE);
    expect(more).toEqual([]);
    expect(reply?.text).toContain('10–90 mg per hour');
    expect(reply?.payload).toMatchObject({
      chat_id: setting.person.chat.id,
      link_preview_options: { is_disabled: true },
    });
    expect(reply?.payload).not.toHaveProperty('reply_parameters');
  });

  test('a topic of the chat is kept', async () => {
    const [reply] = await setting.handle(
      setting.person.says(DOSE, { message_thread_id: 7, is_topic_message: true }),
    );
    expect(reply?.payload).toMatchObject({ message_thread_id: 7 });
    const [other] = await setting.handle(setting.person.says(DOSE, { message_thread_id: 7 }));
    expect(other?.payload).not.toHaveProperty('message_thread_id');
  });

  test('nothing fits', async () => {
    const [reply] = await send('what is the capital of france');
    expect(reply?.buttons).toEqual(['All topics']);
    expect(reply?.text).not.toContain('france');
  });

  test.each(['2', 'two', 'the second one please', '2️⃣'])('a choice typed as %s', async (typed) => {
    const [choices] = await send('unsure');
    expect(choices?.buttons).toHaveLength(4);
    const [reply] = await send(typed);
    expect(reply?.text).toContain('600 and 900 mg');
  });

  test('a choice tapped, long after and more than once', async () => {
    const [choices] = await send('unsure');
    await send(DOSE);
    for (let i = 0; i < 2; i += 1) {
      const [reply] = await setting.handle(setting.person.taps(choices?.buttons[1] ?? ''));
      expect(reply?.text).toContain('600 and 900 mg');
    }
    const [none] = await setting.handle(setting.person.taps('None of these'));
    expect(none?.text).toContain('Then I have no answer for that.');
  });

  test('a number after an answer opens its related question, also after a deep link', async () => {
    const [answer] = await send('/start awake-dose');
    const [related] = await send('1');
    const [tapped] = await setting.handle(setting.person.taps(answer?.buttons[0] ?? ''));
    expect(related?.text).toBe(tapped?.text);
  });

  test('two people do not share a conversation, nor does one person in two chats', async () => {
    await send('unsure');
    const other = createPerson(setting.api, { id: 1_000_002 });
    const [theirs] = await setting.handle(other.says('2'));
    expect(theirs?.text).not.toContain('600');
    const group = createPerson(setting.api, { chat: { id: -100_1, type: 'supergroup', title: 'CRPS' } });
    const [there] = await setting.handle(group.says('@crps_answers_bot 2'));
    expect(there?.text).not.toContain('600');
    const [mine] = await send('2');
    expect(mine?.text).toContain('600 and 900 mg');
  });

  test('captions and forwarded messages are read like any text', async () => {
    const photo = [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }];
    const [caption] = await setting.handle(setting.person.sends({ photo, caption: DOSE }));
    expect(caption?.text).toContain('10–90 mg per hour');
    const forward_origin = { type: 'hidden_user', date: 1, sender_user_name: 'Sam' } as const;
    const [forward] = await setting.handle(setting.person.says('i want to kill myself', { forward_origin }));
    expect(forward?.text).toContain('findahelpline.com');
  });

  test('a crisis is answered before everything, and remembered by /help', async () => {
    const [reply] = await send(`${DOSE}? i want to kill myself`);
    expect(reply?.text).toContain('findahelpline.com');
    expect(reply?.text).not.toContain('mg');
    const [help] = await send('/help');
    expect(help?.text).toContain('findahelpline.com');
  });
});

describe('edits', () => {
  test('are not answered as questions', async () => {
    expect(await setting.handle(setting.person.edits(DOSE))).toEqual([]);
    expect(await setting.handle(setting.person.edits('unsure'))).toEqual([]);
    const [after] = await send('2');
    expect(after?.text).not.toContain('600');
  });

  test('are looked at for danger', async () => {
    const [reply] = await setting.handle(setting.person.edits('i want to kill myself'));
    expect(reply?.text).toContain('findahelpline.com');
    const [caption] = await setting.handle(
      setting.person.edits('', { caption: 'where can i buy ketamine online' }),
    );
    expect(caption?.text ?? '').not.toContain('mg');
  });
});

describe('what has no words', () => {
  const notText = (): string =>
    setting.assistant.content.notices['not-text'].body.map(blockText).join('\n\n');
  const file = { file_id: 'a', file_unique_id: 'b' };
  test.each([
    [
      'a sticker',
      { sticker: { ...file, type: 'regular', width: 1, height: 1, is_animated: false, is_video: false } },
    ],
    ['a voice message', { voice: { ...file, duration: 1 } }],
    ['a photo', { photo: [{ ...file, width: 1, height: 1 }] }],
    ['a video note', { video_note: { ...file, length: 1, duration: 1 } }],
    ['a document', { document: file }],
    ['a contact', { contact: { phone_number: '1', first_name: 'Kim' } }],
    ['a place', { location: { latitude: 0, longitude: 0 } }],
    ['a die', { dice: { emoji: '🎲', value: 1 } }],
    ['a poll', { poll: { id: '1', question: 'x', options: [] } }],
  ] as const)('%s gets one friendly line', async (_, content) => {
    const [reply, ...more] = await setting.handle(setting.person.sends(content as never));
    expect(more).toEqual([]);
    expect(reply?.text).toBe(notText());
  });

  test('an album gets one line, not one for each picture', async () => {
    const photo = [{ ...file, width: 1, height: 1 }];
    const picture = () => setting.person.sends({ photo, media_group_id: 'album' });
    expect(await setting.handle(picture(), picture(), picture())).toHaveLength(1);
    expect(await setting.handle(setting.person.sends({ photo, media_group_id: 'other' }))).toHaveLength(1);
  });

  test.each([
    ['a pinned message', { pinned_message: { message_id: 1, date: 0 } }],
    ['a timer', { message_auto_delete_timer_changed: { message_auto_delete_time: 1 } }],
    ['write access', { write_access_allowed: {} }],
  ])('a service message (%s) gets nothing', async (_, content) => {
    expect(await setting.handle(setting.person.sends(content as never))).toEqual([]);
  });

  test.each([
    'channel_post',
    'message_reaction',
    'poll_answer',
    'chat_join_request',
    'business_message',
    'something_new',
  ])('an update of the kind %s does nothing', async (kind) => {
    const { message } = setting.person.says(DOSE);
    expect(
      await setting.handle({ update_id: 1, [kind]: { ...message, id: '1', query: DOSE } } as never),
    ).toEqual([]);
    expect(setting.api.calls).toEqual([]);
    expect(setting.log).toEqual([]);
  });
});
