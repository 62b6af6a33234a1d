import { beforeEach, describe, expect, test, vi } from 'vitest';
import { refuse } from '../../src/stand-in/answers.ts';
import { refreshMenus } from '../../src/telegram/features/group-menu.ts';
import { createMemoryStores } from '../../src/telegram/memory-stores.ts';
import { createGroup, type Group, idOf, KIM, MOD, readButtons } from '../support/telegram/group.ts';
import { createLogger, createSetting } from '../support/telegram/in-process.ts';

let group: Group;
beforeEach(() => {
  group = createGroup({ admin: true });
});
const last = () => group.texts.at(-1) ?? '';
const CHAT = -1_001_234_567;

describe('/link', () => {
  const LINE = 'https://t.me/crps_answers_bot?start=awake-dose';

  test.each(['/link awake-dose', '/link tell me about awake-dose'])('%s', async (text) => {
    const calls = await group.calls(group.mod.says(text));
    expect(calls.at(-1)).toEqual({ method: 'sendMessage', chat: CHAT, to: MOD });
    const { content } = group.setting.assistant;
    const line = `Experimental · ${content.answers.get('awake-dose' as never)?.title} ${LINE}`;
    expect(last()).toContain(line);
    expect(last()).toContain(content.levels['study-number'].text);
    expect(last().endsWith(content.standing.text)).toBe(true);
    const entities = group.setting.api.sent.at(-1)?.['entities'] as {
      type: string;
      offset: number;
      length: number;
    }[];
    const code = entities.find(({ type }) => type === 'code');
    expect(last().slice(code?.offset, (code?.offset ?? 0) + (code?.length ?? 0))).toBe(line);
  });

  test.each([
    ['crisis', 'Get help now'],
    ['medical-emergency', 'Get help now'],
    ['self-administration', "I can't help with that here"],
    ['Personal-Medical-Advice', "I can't help with that here"],
  ])('the id of a safety text is an id: %s', async (id, title) => {
    const { setting } = group;
    await group.calls(group.mod.says(`/link ${id}`));
    const line = `${title} https://t.me/crps_answers_bot?start=${id.toLowerCase()}`;
    expect(last()).toContain(line);
    expect(last().match(/start=/g)).toHaveLength(1);
    const [reply] = await setting.handle(setting.person.says(`/link ${id}`));
    expect(reply?.text).toContain(line);
  });

  test('every id of the catalogue gives its own link', async () => {
    const { setting } = group;
    for (const id of setting.assistant.content.answers.keys()) {
      const [reply] = await setting.handle(setting.person.says(`/link ${id}`));
      expect(reply?.text.match(/start=[\w-]+/g), id).toEqual([`start=${id}`]);
    }
  });

  test('unsure: a line for each, and the caveat of each level', async () => {
    const { setting } = group;
    const [reply] = await setting.handle(setting.person.says('/link unsure'));
    expect(reply?.text.match(/start=/g)).toHaveLength(3);
    const { levels } = setting.assistant.content;
    expect(reply?.text).toContain(levels['unproven-coma'].text);
    expect(reply?.text).toContain(levels['study-number'].text);
  });

  test('danger comes first; nothing fits; no words', async () => {
    await group.calls(group.kim.says('/link i want to kill myself'));
    expect(last()).toContain('findahelpline.com');
    await group.calls(group.mod.says('/link football'));
    expect(last()).toMatch(/^I have no answer/);
    await group.calls(group.mod.says('/link'));
    expect(last()).toMatch(/^Write \/link and a few words/);
  });
});

describe('/menu', () => {
  test('posts the topics as links with their caveats, pins it, and takes the command away', async () => {
    const call = group.mod.says('/menu');
    const calls = await group.calls(call);
    expect(calls.map(({ method }) => method)).toEqual([
      'getChatMember',
      'sendMessage',
      'getChatMember',
      'pinChatMessage',
      'deleteMessage',
    ]);
    const { topics, levels, standing } = group.setting.assistant.content;
    expect(calls[1]?.['buttons']).toEqual(
      topics.map(({ label, group: id }) => `${label.text} → https://t.me/crps_answers_bot?start=${id}`),
    );
    expect(last()).toContain(levels.comparison.text);
    expect(last().endsWith(standing.text)).toBe(true);
    expect(calls.at(-1)).toMatchObject({ message: idOf(call) });
  });

  test('a second one takes the place of the first at the top', async () => {
    await group.calls(group.mod.says('/menu'));
    const first = group.setting.api.groups.pinned.at(-1);
    const calls = await group.calls(group.mod.says('/menu'));
    expect(calls).toContainEqual({ method: 'unpinChatMessage', chat: CHAT, message: first });
    const { pinned } = group.setting.api.groups;
    expect(pinned).toHaveLength(1);
    expect(pinned).not.toContain(first);
  });

  test('one in another topic stays, and so does what an admin has pinned', async () => {
    group = createGroup({ admin: true, chat: { is_forum: true } as never });
    const topic = (id: number) => ({ message_thread_id: id, is_topic_message: true });
    await group.calls(group.mod.says('/menu', topic(7)), group.mod.says('/menu', topic(8)));
    expect(group.setting.api.groups.pinned).toHaveLength(2);
    group.setting.api.groups.pinned.length = 0;
    group.setting.api.groups.pinned.push(1);
    await group.calls(group.mod.says('/menu', topic(8)));
    expect(group.setting.api.groups.pinned).toEqual([1, expect.any(Number)]);
    expect(group.setting.log.filter((line) => JSON.parse(line).level > 30)).toEqual([]);
  });

  test('without the right to pin it is posted all the same', async () => {
    group = createGroup();
    const calls = await group.calls(group.mod.says('/menu'));
    expect(calls.map(({ method }) => method)).toEqual(['getChatMember', 'sendMessage', 'getChatMember']);
  });

  test('is for admins; others get a whisper', async () => {
    const calls = await group.calls(group.kim.says('/menu'));
    expect(calls.filter(({ method }) => method === 'sendMessage')).toMatchObject([{ to: KIM }]);
    expect(last()).toMatch(/^Only admins/);
  });

  test('is edited in place when the content has changed, once', async () => {
    const stores = createMemoryStores();
    const setting = createSetting(undefined, { stores });
    group = createGroup({ setting });
    await group.calls(group.mod.says('/menu'), group.mod.says('/menu'));
    const { assistant, api, bot } = setting;
    const look = { botName: 'crps_answers_bot', logger: createLogger(setting.log) };
    const before = api.calls.length;
    await refreshMenus(bot.api, assistant, stores, look);
    expect(api.calls.length).toBe(before);

    const topics = assistant.content.topics.slice(1);
    const changed = { ...assistant, content: { ...assistant.content, topics, version: 'next' } };
    api.failNext('editMessageText', refuse("Bad Request: message can't be edited"));
    await refreshMenus(bot.api, changed, stores, look);
    const edits = api.calls.slice(before);
    expect(edits.map(({ method }) => method)).toEqual(['editMessageText', 'editMessageText']);
    expect(readButtons(edits[1]?.payload['reply_markup'] as never)).toHaveLength(topics.length);
    await refreshMenus(bot.api, changed, stores, look);
    expect(api.calls.length).toBe(before + 2);
  });

  test('a running bot does so by itself with the next update', async () => {
    vi.useFakeTimers();
    const { assistant } = createSetting();
    let content = assistant.content;
    const changing = Object.defineProperty({ ...assistant }, 'content', { get: () => content });
    group = createGroup({ setting: createSetting(changing) });
    await group.calls(group.mod.says('/menu'));
    content = { ...content, topics: content.topics.slice(1), version: 'next' };
    await group.calls(group.kim.says('hello'));
    await vi.advanceTimersByTimeAsync(1);
    expect(group.setting.api.countOf('editMessageText')).toBe(1);
    await group.calls(group.kim.says('hello'));
    await vi.advanceTimersByTimeAsync(1);
    expect(group.setting.api.countOf('editMessageText')).toBe(1);
    vi.useRealTimers();
  });
});
