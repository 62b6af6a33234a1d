import { describe, expect, test, vi } from 'vitest';
import { FAULTS } from '../../src/stand-in/answers.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { createReceiver } from '../../src/telegram/receiving/receiver.ts';
import { createOutgoing } from '../../src/telegram/sending/outgoing.ts';
import { createGroup, KIM, MOD, replyTo } from '../support/telegram/group.ts';
import { createLogger, createSetting } from '../support/telegram/in-process.ts';

/* Updates that a hostile person, or someone who guessed the webhook's address and secret, could make up. */

const QUESTION = 'tell me about what-is-crps';
const ids = (calls: readonly { readonly method: string }[]) => calls.map(({ method }) => method);

describe('texts', () => {
  const setting = createSetting();
  const { person } = setting;

  test.each<[string, string]>([
    ['a megabyte of words', 'infusion '.repeat(120_000)],
    ['a megabyte without a space', 'x'.repeat(1_000_000)],
    ['a megabyte of one mark', '\u0301'.repeat(500_000)],
    ['4,096 emoji', '🔥'.repeat(4_096)],
    ['4,096 joined emoji', '👩‍👩‍👧‍👦'.repeat(4_096)],
    ['a megabyte of line ends', '\n'.repeat(1_000_000)],
    ['a megabyte of question marks', 'why? '.repeat(200_000)],
    ['a megabyte of quotes', '"\''.repeat(500_000)],
  ])('%s: one reply that Telegram takes', async (_, text) => {
    expect(await setting.handle(person.says(text))).toHaveLength(1);
    expect(setting.log.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  });

  test('danger at the end of a megabyte is still found', async () => {
    const [reply] = await setting.handle(
      person.says(`${'all is well. '.repeat(80_000)} I want to kill myself`),
    );
    expect(reply?.text).toContain('emergency number');
  });
});

describe('entities', () => {
  const group = createGroup();
  const entity = (type: string, offset: number, length: number, more = {}) => ({
    type,
    offset,
    length,
    ...more,
  });
  const deep = Array.from({ length: 500 }, (_, i) => entity(i % 2 ? 'bold' : 'italic', 0, 1_000 - i));
  const LISTS: [string, object[]][] = [
    ['nested five hundred deep', deep],
    ['past the end', [entity('mention', 5, 10_000), entity('bot_command', 0, 9_999)]],
    ['negative and broken numbers', [entity('mention', -5, -1), entity('text_link', Number.NaN, 1.5)]],
    ['overlapping names', [entity('mention', 0, 17), entity('mention', 8, 17), entity('mention', 16, 17)]],
    [
      'a name that is someone else',
      [entity('text_mention', 0, 4, { user: { id: 1, is_bot: false, first_name: 'x' } })],
    ],
    ['a command inside a word', [entity('bot_command', 3, 4)]],
  ];

  test.each(LISTS)('%s', async (_, entities) => {
    for (const person of [group.setting.person, group.kim]) {
      await group.setting.handle(
        person.says(`@crps_answers_bot ${QUESTION}`, { entities: entities as never }),
      );
    }
    expect(group.setting.log.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  });
});

describe('presses', () => {
  test.each([
    'r:',
    'r:999',
    `r:${KIM}`,
    's:who:admins',
    's:tell:yes',
    'k:AAAAAAAA:1',
    'w:what-is-crps',
    'm:a:../../etc/passwd',
    'n:a:__proto__',
    'n:g:constructor',
    'n:p:99999',
    'n:p:-1',
    '\u0000',
    'x'.repeat(64),
    '🔥'.repeat(16),
    undefined,
  ])('made-up data %j by a member changes nothing', async (data) => {
    const group = createGroup({ admin: true });
    await group.calls(group.mod.says('/faq what-is-crps'));
    const settings = await group.setting.assistant.content.version;
    const calls = await group.calls(group.kim.forges(data));
    expect(ids(calls)).not.toContain('deleteMessage');
    expect(ids(calls)).not.toContain('sendMessage');
    expect(ids(calls).filter((method) => method === 'answerCallbackQuery')).toHaveLength(1);
    expect(group.setting.assistant.content.version).toBe(settings);
  });

  test('a press that carries the message of another chat acts in neither', async () => {
    const here = createGroup({ admin: true });
    const there = createGroup({ setting: here.setting, admin: true, chat: { id: -1_009_999 } as never });
    await here.calls(here.mod.says('/faq what-is-crps'));
    const message = [...here.setting.api.messages.values()].at(-1);
    const data = message?.reply_markup?.inline_keyboard
      .flat()
      .map((button) => ('callback_data' in button ? button.callback_data : undefined))
      .find((each) => each?.startsWith('r:'));
    const copy = { ...message, chat: there.chat } as NonNullable<typeof message>;
    const calls = await here.calls(there.kim.forges(data ?? 'r:', copy));
    expect(ids(calls)).not.toContain('deleteMessage');
    expect(here.setting.api.messages.has(`${here.chat.id}:${message?.message_id}`)).toBe(true);
  });
});

describe('anonymous admins', () => {
  const ANONYMOUS = { id: 1_087_968_824, is_bot: true, first_name: 'Group' } as const;

  test('a message in the name of another group, or of a channel, gives no rights here', async () => {
    const group = createGroup({ admin: true });
    const elsewhere = { id: -1_000_777, type: 'supergroup', title: 'x' };
    for (const sender of [elsewhere, { ...elsewhere, type: 'channel' }]) {
      const forged = group.kim.says('/settings', { from: ANONYMOUS, sender_chat: sender as never });
      const calls = await group.calls(forged);
      const buttons = calls.flatMap((call) => (call['buttons'] as string[] | undefined) ?? []);
      expect(buttons.filter((button) => /Who may use/.test(button))).toEqual([]);
    }
  });

  test('the account of anonymous admins without the group behind it gives none either', async () => {
    const group = createGroup({ admin: true });
    const calls = await group.calls(group.kim.says('/settings', { from: ANONYMOUS }));
    const buttons = calls.flatMap((call) => (call['buttons'] as string[] | undefined) ?? []);
    expect(buttons.filter((button) => /Who may use/.test(button))).toEqual([]);
  });

  test('in private the same forgery is a person like any other', async () => {
    const setting = createSetting();
    const replies = await setting.handle(
      setting.person.says(QUESTION, { sender_chat: setting.person.chat as never }),
    );
    expect(replies).toHaveLength(1);
  });
});

describe('updates that come again', () => {
  const start = () => {
    const setting = createSetting();
    const lines: string[] = [];
    const receiver = createReceiver({
      handle: (update) => setting.bot.handleUpdate(update),
      outgoing: createOutgoing(),
      logger: createLogger(lines),
    });
    return { setting, receiver, lines };
  };

  test('a webhook request that is replayed a hundred times is answered once', async () => {
    const { setting, receiver } = start();
    const update = setting.person.says(QUESTION);
    for (let i = 0; i < 50; i += 1) await receiver.take([update, update], 1_000);
    expect(setting.api.sent).toHaveLength(1);
    expect(receiver.status).toMatchObject({ taken: 1, repeated: 99, handled: 1 });
  });

  test('also when the clock has jumped in between; after a day an id is a new one', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { setting, receiver } = start();
      const update = setting.person.says(QUESTION);
      await receiver.take([update], 1_000);
      for (const jump of [-7 * 86_400_000, 3_600_000, -3_600_000]) {
        vi.setSystemTime(Date.now() + jump);
        await receiver.take([update], 1_000);
      }
      expect(setting.api.sent).toHaveLength(1);
      vi.setSystemTime(Date.now() + 14 * 86_400_000);
      await receiver.take([update], 1_000);
      expect(setting.api.sent).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  test('an update that is nonsense ends nothing', async () => {
    const { setting, receiver } = start();
    const nonsense = [
      { update_id: 1 },
      { update_id: 2, message: {} },
      { update_id: 3, message: { chat: { id: 'x' }, text: 7 } },
      { update_id: 4, callback_query: { id: 5, from: null } },
      { update_id: 5, inline_query: {} },
      { update_id: 6, edited_message: [] },
      { update_id: 7, my_chat_member: { chat: null } },
      { update_id: 8, guest_message: 'x' },
      { update_id: 9, __proto__: { message: {} } },
    ];
    await receiver.take(nonsense as never, 1_000);
    await receiver.take([setting.person.says(QUESTION)], 1_000);
    expect(setting.api.sent.at(-1)).toMatchObject({ chat_id: setting.person.chat.id });
    expect(receiver.status.handled).toBe(10);
  });
});

test('when the clock is set back, the budget of a group is not locked for that long', async () => {
  vi.useFakeTimers();
  try {
    const group = createGroup({ admin: true });
    const call = () => group.calls(group.mod.says('/faq unsure', replyTo(group.kim.says('x'))));
    for (let i = 0; i < 20; i += 1) await call();
    vi.setSystemTime(Date.now() - 86_400_000);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(ids(await call())).toContain('sendMessage');
  } finally {
    vi.useRealTimers();
  }
});

test('when the clock is set back, a chat that was told to wait is not silent for that long', async () => {
  vi.useFakeTimers();
  try {
    const setting = createSetting();
    setting.api.failNext('sendMessage', FAULTS.tooMany(2));
    const answering = setting.handle(setting.person.says(QUESTION));
    await vi.advanceTimersByTimeAsync(1_000);
    vi.setSystemTime(Date.now() - 86_400_000);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await answering).toHaveLength(1);
  } finally {
    vi.useRealTimers();
  }
});

test('a person who is not an admin stays none when the id of one is written into the message', async () => {
  const group = createGroup({ admin: true });
  const stranger = createPerson(group.setting.api, { id: 9_999, chat: group.chat });
  await group.calls(stranger.says(`/settings ${MOD} @mod tg://user?id=${MOD}`));
  expect(group.texts.filter((text) => /Settings of this group/.test(text))).toEqual([]);
});
