import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { BOT } from '../../src/stand-in/answers.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { createGroup, idOf, replyTo } from '../support/telegram/group.ts';
import { createSetting, type Setting } from '../support/telegram/in-process.ts';

let setting: Setting;
beforeEach(() => {
  setting = createSetting();
});

const DOSE = 'tell me about awake-dose';

describe('in groups', () => {
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
    ['a command with its name', `/faq@crps_answers_bot ${DOSE}`],
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
    const text = setting.assistant.content.safety.crisis.forms.public.map(blockText).join('\n\n');
    const [reply] = await setting.handle(kim.says('i am going to kill myself tonight'));
    expect(reply?.text).toBe(text);
    expect(await setting.handle(kim.says('i am going to kill myself tonight'))).toEqual([]);
    const sam = createPerson(setting.api, { id: 1_000_009, chat });
    const [edited] = await setting.handle(sam.edits('i am going to kill myself tonight'));
    expect(edited?.text).toBe(text);
    const [asked] = await setting.handle(kim.says('@crps_answers_bot i am going to kill myself tonight'));
    expect(asked?.text).toBe(text);
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

  test('an old button that made the bot talk on opens the private chat', async () => {
    const kim = member();
    await setting.handle(kim.says('@crps_answers_bot hello'));
    for (const [data, id] of [
      ['n:a:awake-dose', 'awake-dose'],
      ['m:g:coma', 'coma'],
      ['m:t', 'topics'],
      ['m:p:3', 'source'],
      ['nonsense', 'topics'],
    ]) {
      const before = setting.api.calls.length;
      expect(await setting.handle(kim.forges(data))).toEqual([]);
      expect(setting.api.calls.slice(before).map(({ payload }) => payload['url'])).toEqual([
        `https://t.me/crps_answers_bot?start=${id}`,
      ]);
    }
  });

  test.each(['topics', 'source', 'start'])('/%s leads into the private chat', async (command) => {
    const [reply, ...more] = await setting.handle(member().says(`/${command}`));
    expect(more).toEqual([]);
    const id = command === 'source' ? 'source' : 'topics';
    expect(JSON.stringify(reply?.payload['reply_markup'])).toContain(`?start=${id}"`);
  });

  test.each(['crisis', 'medical-emergency', 'self-administration', 'personal-medical-advice'] as const)(
    '/start %s gives that text in its public form',
    async (id) => {
      const update = member().says(`/start@crps_answers_bot ${id}`);
      const [reply, ...more] = await setting.handle(update);
      expect(more).toEqual([]);
      const { forms } = setting.assistant.content.safety[id];
      expect(reply?.text).toContain(forms.public.map(blockText).join('\n\n'));
      expect(reply?.payload['reply_parameters']).toMatchObject({ message_id: update.message?.message_id });
      expect(reply?.buttons).toEqual(id === 'crisis' ? ['Write to me in private'] : []);
    },
  );

  test.each(['topics', 'source', 'coma', 'awake'])('and ?start=%s opens that page there', async (id) => {
    const [page] = await setting.handle(setting.person.says(`/start ${id}`));
    expect(page?.buttons.length).toBeGreaterThan(3);
    expect(page?.text).not.toMatch(/do not know that link/);
  });
});

/** Lines that nobody wrote to the bot: talk of the group, and of other topics. */
function chatter(): string[] {
  const files = ['group-talk', 'off-topic'];
  const lines = files.flatMap((file) =>
    readFileSync(new URL(`../questions/${file}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n'),
  );
  return lines.map((line) => String(JSON.parse(line).text));
}

test('a thousand lines that are not put to the bot: no call at all', async () => {
  const group = createGroup();
  const lines = [...chatter(), 'unsure', DOSE, 'what is the dose?'];
  expect(lines.length).toBeGreaterThan(1000);
  const by = [group.mod, group.kim];
  const calls = await group.calls(...lines.map((line, i) => (by[i % 2] ?? group.kim).says(line)));
  expect(calls).toEqual([]);
  expect(group.setting.log).toEqual([]);
});

describe('the name alone, as a reply to someone, is the same gesture as /faq', () => {
  test('it answers that message', async () => {
    const group = createGroup();
    const asked = group.kim.says(DOSE);
    const calls = await group.calls(group.mod.says('@crps_answers_bot', replyTo(asked)));
    expect(calls.at(1)).toMatchObject({ method: 'sendMessage', replyTo: idOf(asked) });
  });
});
