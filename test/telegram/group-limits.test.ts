import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/domain/stores.ts';
import { FAULTS, refuse } from '../../src/stand-in/answers.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { createMemoryStores } from '../../src/telegram/memory-stores.ts';
import { createGroup, type Group, idOf, replyTo } from '../support/telegram/group.ts';
import { createSetting } from '../support/telegram/in-process.ts';

let stores: ReturnType<typeof createMemoryStores>;
let group: Group;
const start = (options: Parameters<typeof createGroup>[0] = {}) => {
  stores = createMemoryStores();
  group = createGroup({ setting: createSetting(undefined, { stores }), ...options });
};
beforeEach(() => {
  vi.useFakeTimers();
  start();
});
afterEach(() => {
  vi.useRealTimers();
});
const last = () => group.texts.at(-1) ?? '';
const CHAT = -1_001_234_567;
const point = (id: string, asked = group.kim.says('x'), extra = {}) =>
  group.calls(group.mod.says(`/faq ${id}`, { ...replyTo(asked), ...extra }));
const sentOf = (calls: Awaited<ReturnType<typeof point>>) =>
  calls.filter(({ method }) => method === 'sendMessage');
const newestId = () => Math.max(...[...group.setting.api.messages.values()].map((each) => each.message_id));

describe('already answered', () => {
  test('the same answer in the same topic gives one line that links to it', async () => {
    await point('awake-dose');
    const first = newestId();
    const asked = group.kim.says('and the dose?');
    const calls = sentOf(await point('awake-dose', asked));
    expect(calls).toEqual([
      {
        method: 'sendMessage',
        chat: CHAT,
        replyTo: idOf(asked),
        buttons: [`See the answer → https://t.me/c/1234567/${first}`],
      },
    ]);
    expect(last()).toBe('I answered that here a short while ago.');
  });

  test('a note stands there too', async () => {
    await point('awake-dose');
    await point('awake-dose\nSee what I wrote to Sam.');
    expect(last()).toContain('I answered that here');
    expect(last()).toContain('See what I wrote to Sam.');
  });

  test('not in another topic, not another answer, not after the time', async () => {
    start({ chat: { is_forum: true } as never });
    const topic = (id: number) => ({ message_thread_id: id, is_topic_message: true });
    await point('awake-dose', group.kim.says('x', topic(7)), topic(7));
    const before = newestId();
    await point('awake-dose', group.kim.says('x', topic(8)), topic(8));
    expect(last()).toContain('mg');
    await point('coma-legality', group.kim.says('x', topic(7)), topic(7));
    expect(last()).not.toContain('I answered that');
    const [again] = sentOf(await point('awake-dose', group.kim.says('x', topic(7)), topic(7)));
    expect(again?.['buttons']).toEqual([`See the answer → https://t.me/c/1234567/7/${before}`]);
    await vi.advanceTimersByTimeAsync(60 * 60_000 + 1);
    await point('awake-dose', group.kim.says('x', topic(7)), topic(7));
    expect(last()).toContain('mg');
  });

  test('a basic group has no links: the line is a reply to the earlier answer', async () => {
    start({ chat: { id: -55, type: 'group' } as never });
    await point('awake-dose');
    const first = newestId();
    expect(sentOf(await point('awake-dose'))).toEqual([{ method: 'sendMessage', chat: -55, replyTo: first }]);
  });

  test('a removed answer is no longer pointed to', async () => {
    await point('awake-dose');
    await group.calls(group.mod.taps('Remove'));
    await point('awake-dose');
    expect(last()).toContain('mg');
  });
});

describe('one answer to one question', () => {
  test('a second moderator who points to it changes nothing; another answer may follow', async () => {
    const asked = group.kim.says('tell me about awake-dose');
    expect(sentOf(await point('', asked))).toHaveLength(1);
    expect(sentOf(await point('', asked))).toEqual([]);
    expect(sentOf(await point('awake-dose', asked))).toEqual([]);
    expect(sentOf(await point('coma-legality', asked))).toHaveLength(1);
  });
});

describe('the budget of a group', () => {
  const flood = async (count: number) => {
    await stores.groups.change(CHAT, { coolDownSeconds: 0, alreadyAnsweredMinutes: 0 });
    let sent = 0;
    for (let i = 0; i < count; i += 1) sent += sentOf(await point('coma-legality')).length;
    return sent;
  };

  test('15 messages in any minute, moderators included; the rest is not sent later', async () => {
    expect(await flood(40)).toBe(15);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(group.setting.api.countOf('sendMessage')).toBe(15);
    expect(await flood(1)).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(await flood(40)).toBe(15);
  });

  test('another group has its own', async () => {
    await flood(20);
    const other = createGroup({ setting: group.setting, chat: { id: -1_002 } as never });
    await other.calls(other.mod.says('/faq coma-legality'));
    expect(other.setting.api.sent.at(-1)).toMatchObject({ chat_id: -1_002 });
  });

  test('emergency and crisis texts go out all the same; other safety texts do not', async () => {
    await flood(20);
    expect(sentOf(await group.calls(group.kim.says('/faq i want to kill myself')))).toHaveLength(1);
    expect(sentOf(await group.calls(group.mod.says('/faq he has stopped breathing')))).toHaveLength(1);
    expect(sentOf(await group.calls(group.mod.says('/faq should i stop my gabapentin')))).toEqual([]);
    const sam = createPerson(group.setting.api, { id: 2_000_003, chat: group.chat });
    expect(sentOf(await group.calls(sam.says('i am going to kill myself tonight')))).toHaveLength(1);
  });

  test('commands count as well', async () => {
    await flood(20);
    expect(sentOf(await group.calls(group.kim.says('/help'), group.kim.says('/safety')))).toEqual([]);
  });
});

test('a "no answer" goes after the minutes that admins chose', async () => {
  await stores.groups.change(CHAT, { removeNoAnswersAfterMinutes: 10 });
  await group.calls(group.kim.says('@crps_answers_bot what about football'));
  expect(last()).toMatch(/^I have no answer for that/);
  await vi.advanceTimersByTimeAsync(10 * 60_000 - 1);
  expect(group.setting.api.countOf('deleteMessage')).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(group.setting.api.countOf('deleteMessage')).toBe(1);
  await stores.groups.change(CHAT, { removeNoAnswersAfterMinutes: 0 });
  await group.calls(group.mod.says('@crps_answers_bot what about football'));
  await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
  expect(group.setting.api.countOf('deleteMessage')).toBe(1);
});

describe('a group that becomes a supergroup keeps its settings', () => {
  const NEW = -1_009_999;
  const settingsOf = (id: number) => stores.groups.settingsOf(id);
  beforeEach(async () => {
    start({ chat: { id: -55, type: 'group' } as never });
    await stores.groups.change(-55, { whoMayAsk: 'admins' });
  });

  test.each([
    ['old', 'new'],
    ['new', 'old'],
    ['old', 'old'],
    ['new', 'new'],
  ])('said in the %s and then in the %s one', async (...order) => {
    const there = createGroup({ setting: group.setting, chat: { id: NEW } as never });
    const said = {
      old: () => group.mod.sends({ migrate_to_chat_id: NEW } as never),
      new: () => there.anonymously('', { text: undefined, migrate_from_chat_id: -55 } as never),
    };
    for (const where of order) expect(await group.calls(said[where as 'old' | 'new']())).toEqual([]);
    expect((await settingsOf(NEW)).whoMayAsk).toBe('admins');
    expect(await settingsOf(-55)).toEqual(DEFAULT_SETTINGS);
  });

  test('said by a refused call: the answer goes to the new group, once', async () => {
    createGroup({ setting: group.setting, chat: { id: NEW } as never });
    await point('awake-dose');
    const asked = group.kim.says('x');
    group.setting.api.failNext('sendMessage', {
      ...refuse('Bad Request: group chat was upgraded to a supergroup chat'),
      parameters: { migrate_to_chat_id: NEW },
    } as never);
    const calls = sentOf(await point('coma-legality', asked));
    expect(calls).toMatchObject([{ chat: -55, refused: true }, { chat: NEW }]);
    expect(calls[1]).not.toHaveProperty('replyTo');
    expect((await settingsOf(NEW)).whoMayAsk).toBe('admins');
  });
});

describe('where the bot may not write', () => {
  const closed = [
    ['kicked', refuse('Forbidden: bot was kicked from the supergroup chat', 403)],
    ['muted', refuse('Bad Request: not enough rights to send text messages to the chat')],
    ['restricted', refuse('Bad Request: CHAT_RESTRICTED')],
    ['a closed topic', refuse('Bad Request: TOPIC_CLOSED')],
    ['a deleted topic', refuse('Bad Request: message thread not found')],
  ] as const;

  test.each(closed)('%s: one try, no second message, no crash', async (_, fault) => {
    for (const text of [
      '/faq awake-dose',
      '@crps_answers_bot unsure',
      '/menu',
      '/settings',
      '/setup',
      '/help',
    ]) {
      group.setting.api.failNext('sendMessage', fault);
      const sent = sentOf(await group.calls(group.mod.says(text)));
      expect(sent, text).toEqual([expect.objectContaining({ refused: true })]);
    }
    expect(await stores.posted.newest(CHAT, undefined, 'awake-dose' as never, 0)).toBeUndefined();
    expect(group.setting.log.every((line) => JSON.parse(line).level <= 30)).toBe(true);
  });

  test('too many requests for long: the answer waits, other groups do not', async () => {
    vi.useFakeTimers();
    try {
      group.setting.api.failNext('sendMessage', FAULTS.tooMany(60));
      const waiting = point('awake-dose');
      await vi.advanceTimersByTimeAsync(59_000);
      expect(group.setting.api.sent).toHaveLength(0);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(sentOf(await waiting)).toHaveLength(2);
      expect(last()).toContain('mg');
    } finally {
      vi.useRealTimers();
    }
  });

  test('a command that cannot be deleted stays, and the answer with it', async () => {
    start({ admin: true });
    group.setting.api.failNext('deleteMessage', refuse("Bad Request: message can't be deleted"));
    const calls = await point('awake-dose');
    expect(calls.at(-1)).toMatchObject({ method: 'deleteMessage', refused: true });
    expect(last()).toContain('mg');
  });
});

test('a store that fails stops no answer', async () => {
  const broken = createMemoryStores();
  const fail = async (): Promise<never> => {
    throw new Error('disk full');
  };
  const setting = createSetting(undefined, {
    stores: {
      groups: { ...broken.groups, settingsOf: fail },
      posted: { ...broken.posted, add: fail, newest: fail },
    },
  });
  group = createGroup({ setting });
  expect(sentOf(await point('awake-dose'))).toHaveLength(1);
  expect(setting.log.length).toBeGreaterThan(0);
});

test('where Telegram cannot be asked who is an admin, help and answers go out all the same', async () => {
  const setting = group.setting;
  setting.api.failNext('getChatMember', FAULTS.badGateway, FAULTS.badGateway, 'reset', 'reset');
  expect(sentOf(await group.calls(group.kim.says('/faq i want to kill myself')))).toHaveLength(1);
  expect(sentOf(await point('awake-dose'))).toHaveLength(1);
  expect(sentOf(await group.calls(group.kim.says('/ask tell me about coma-dose')))).toHaveLength(1);
});
