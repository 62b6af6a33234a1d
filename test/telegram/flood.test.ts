import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPerson } from '../../src/stand-in/person.ts';
import { FLOOD_LIMITS } from '../../src/telegram/flood-gate.ts';
import { createGroup, replyTo } from '../support/telegram/group.ts';
import { createSetting, type Setting } from '../support/telegram/in-process.ts';

const NOTICE = /That was a lot at once/;
const EMERGENCY = 'My friend stopped breathing after an infusion';
const CRISIS = 'I want to kill myself';

let limited: string[];
let setting: Setting;
beforeEach(() => {
  vi.useFakeTimers();
  limited = [];
  setting = createSetting(undefined, {
    flood: { limits: FLOOD_LIMITS, onLimited: (outcome) => limited.push(outcome) },
  });
});
afterEach(() => {
  vi.useRealTimers();
});
const say = (text: string, person = setting.person) => setting.handle(person.says(text));
const flood = async (count: number, person = setting.person) => {
  const replies = [];
  for (let i = 0; i < count; i += 1) replies.push(...(await say('tell me about what-is-crps', person)));
  return replies.map(({ text }) => (NOTICE.test(text) ? 'notice' : 'answer'));
};

describe('fifty messages in a second from one person', () => {
  test('are answered up to the limit, then comes one notice, then silence', async () => {
    const replies = await flood(50);
    expect(replies).toEqual([...Array(FLOOD_LIMITS.messages).fill('answer'), 'notice']);
    expect(limited).toEqual(['notice', ...Array(50 - FLOOD_LIMITS.messages - 1).fill('silence')]);
    expect(setting.log).toEqual([]);
  });

  test('the same when they come at the same moment', async () => {
    const updates = Array.from({ length: 50 }, () => setting.person.says('tell me about what-is-crps'));
    await Promise.all(updates.map((update) => setting.bot.handleUpdate(update)));
    expect(setting.api.sent).toHaveLength(FLOOD_LIMITS.messages + 1);
    expect(setting.api.violations).toEqual([]);
  });

  test('emergency and crisis are answered all the same, each time', async () => {
    await flood(50);
    for (const text of [EMERGENCY, CRISIS, EMERGENCY]) {
      const replies = await say(text);
      expect(replies).toHaveLength(1);
      expect(replies[0]?.text).toMatch(/emergency number/);
      expect(replies[0]?.text).not.toMatch(NOTICE);
    }
  });

  test('the first crisis text after it is the full one, not that for a repeat', async () => {
    const [before] = await say(CRISIS, createPerson(setting.api, { id: 77 }));
    await flood(50);
    const [after] = await say(CRISIS);
    expect(after?.text).toBe(before?.text);
  });

  test('after a minute of silence it answers again', async () => {
    await flood(50);
    await vi.advanceTimersByTimeAsync(FLOOD_LIMITS.silence * 1_000 - 1);
    expect(await flood(1)).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(await flood(1)).toEqual(['answer']);
  });

  test('other people notice nothing', async () => {
    await flood(50);
    expect(await flood(1, createPerson(setting.api, { id: 9 }))).toEqual(['answer']);
  });

  test('a person in no hurry meets no limit', async () => {
    for (let i = 0; i < 60; i += 1) {
      expect(await flood(1)).toEqual(['answer']);
      await vi.advanceTimersByTimeAsync(1_500);
    }
  });
});

test('presses, files and edits count too; a press over the limit is still acknowledged', async () => {
  await setting.handle(setting.person.says('/topics'));
  for (let i = 0; i < 40; i += 1) await setting.handle(setting.person.forges('m:t'));
  const before = setting.api.sent.length;
  await setting.handle(setting.person.forges('n:a:what-is-crps'));
  expect(setting.api.sent).toHaveLength(before);
  expect([...setting.api.presses.values()].every((answers) => answers === 1)).toBe(true);
  await setting.handle(setting.person.sends({ sticker: {} as never }));
  expect(setting.api.sent).toHaveLength(before);
});

test('inline queries have a higher limit of their own, one comes with each letter', async () => {
  for (let i = 0; i < 150; i += 1) await setting.handle(setting.person.types(`tell me about crps ${i}`));
  expect(setting.api.countOf('answerInlineQuery')).toBe(FLOOD_LIMITS.queries);
  expect(await flood(1)).toEqual(['answer']);
  await setting.handle(setting.person.types(EMERGENCY));
  expect(setting.api.countOf('answerInlineQuery')).toBe(FLOOD_LIMITS.queries + 1);
});

test('in a group, talk that is not for the bot costs nothing; calls do, and no notice fills the group', async () => {
  const group = createGroup({ setting });
  for (let i = 0; i < 100; i += 1) await group.calls(group.kim.says('how are you all today'));
  expect(limited).toEqual([]);
  for (let i = 0; i < 50; i += 1) await group.calls(group.kim.says('/faq tell me about what-is-crps'));
  expect(limited).toEqual(Array(50 - FLOOD_LIMITS.messages).fill('silence'));
  expect(group.texts.filter((text) => NOTICE.test(text))).toEqual([]);
  const before = group.texts.length;
  await group.calls(group.kim.says('/faq', replyTo(group.mod.says(CRISIS))));
  expect(group.texts).toHaveLength(before + 1);
});

test('ten thousand people at once: each gets one answer', async () => {
  vi.useRealTimers();
  const people = Array.from({ length: 10_000 }, (_, i) => createPerson(setting.api, { id: 50_000 + i }));
  const updates = people.map((person) => person.says('/start what-is-crps'));
  await Promise.all(updates.map((update) => setting.bot.handleUpdate(update)));
  const chats = new Set(setting.api.sent.map((payload) => payload['chat_id']));
  expect([chats.size, setting.api.sent.length]).toEqual([10_000, 10_000]);
  expect(setting.log).toEqual([]);
  expect(setting.api.violations).toEqual([]);
}, 60_000);

test('a clock that jumps by a day, back or forth, locks nobody out and lets nobody through', async () => {
  await flood(50);
  vi.setSystemTime(Date.now() - 86_400_000);
  expect(await flood(1)).toEqual([]);
  await vi.advanceTimersByTimeAsync(FLOOD_LIMITS.silence * 1_000 + 1);
  expect(await flood(1)).toEqual(['answer']);
  vi.setSystemTime(Date.now() + 2 * 86_400_000);
  expect(await flood(1)).toEqual(['answer']);
});
