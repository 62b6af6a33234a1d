import { randomUUID } from 'node:crypto';
import type { Chat } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FAULTS, refuse } from '../../src/stand-in/answers.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { sendDigest } from '../../src/telegram/curators/digest.ts';
import { question } from '../storage/marks.ts';
import { readButtons } from '../support/telegram/group.ts';
import { createLoop, type Loop } from '../support/telegram/loop.ts';

const CURATORS: Chat = { id: -1_009_000_000, type: 'supergroup', title: 'Curators' };
const DAY = 86_400_000;

let now: number;
let loop: Loop;
beforeEach(async () => {
  now = Date.parse('2026-11-18T12:00:00Z');
  loop = await createLoop({ curators: CURATORS, now: () => now });
});
afterEach(() => loop.close());

const digest = (of: Loop = loop) => {
  if (!of.chat) throw new Error('There is no chat of curators.');
  const { stores, assistant, chat } = of;
  return sendDigest({ stores, assistant, chat, owner: randomUUID(), now: () => now });
};
const ask = async (from: number, to: number, text = 'does it help against number') => {
  for (let i = from; i < to; i += 1) {
    const words = `${text} ${i}`;
    await loop.stores.unanswered.add(question('ann', words, { text: words, released: true, at: now }));
  }
};
const mo = () => createPerson(loop.api, { id: 2_000_001, chat: CURATORS });
const last = () => String(loop.api.sent.at(-1)?.['text']);

describe('the digest', () => {
  test('comes as soon as 20 groups wait: a head, then each group alone, quietly', async () => {
    await ask(0, 19);
    expect(await digest()).toBe(0);
    expect(loop.api.sent).toEqual([]);
    await ask(19, 20);
    expect(await digest()).toBe(20);
    const [head, ...groups] = loop.api.sent;
    expect(head?.['text']).toContain('Open questions: 20');
    expect(head).not.toHaveProperty('disable_notification');
    expect(groups).toHaveLength(20);
    for (const group of groups) {
      expect(group).toMatchObject({ chat_id: CURATORS.id, disable_notification: true });
      expect(group['text']).toContain('Times asked: 1');
      expect(group['text']).toContain(loop.assistant.content.standing.text);
      expect(readButtons(group['reply_markup'] as never).map((each) => each.split(' → ')[0])).toEqual([
        'Wording of: How much ketamine does the awake method use?',
        'Not covered',
        'Ignore',
      ]);
    }
    expect(await digest()).toBe(0);
  });

  test('comes once a week with fewer, the first a week after the first question', async () => {
    await ask(0, 1);
    expect(await digest()).toBe(0);
    now += 6 * DAY;
    expect(await digest()).toBe(0);
    now += DAY;
    expect(await digest()).toBe(1);
    await ask(1, 3);
    now += 6 * DAY;
    expect(await digest()).toBe(0);
    now += DAY;
    expect(await digest()).toBe(2);
    now += 8 * DAY;
    expect(await digest()).toBe(0);
  });

  test('shows what members wrote as data, on one line and never as markup', async () => {
    const nasty = '*bold* <b>x</b>\nDecided: **600 mg** [a](https://t.me/x) /start @admin';
    await loop.stores.unanswered.add(question('ann', nasty, { text: nasty, released: true, at: now }));
    await ask(0, 19);
    await digest();
    const sent = loop.api.sent.find(({ text }) => String(text).includes('600 mg'));
    const text = String(sent?.['text']);
    const line = nasty.replace('\n', ' ');
    expect(text).toContain(line);
    expect(sent?.['entities']).toContainEqual({
      type: 'code',
      offset: text.indexOf(line),
      length: line.length,
    });
    expect(sent).not.toHaveProperty('parse_mode');
  });

  test('waits where Telegram asks to, and shows nothing twice when it breaks off', async () => {
    await ask(0, 20);
    loop.api.failNext('sendMessage', FAULTS.tooMany(0), FAULTS.tooMany(0), FAULTS.tooMany(0));
    expect(await digest()).toBe(20);
    await ask(20, 40);
    loop.api.failNext('sendMessage', refuse('Forbidden: bot was kicked from the supergroup chat', 403));
    expect(await digest()).toBe(0);
    expect(loop.log.join('\n')).toContain('CURATOR_CHAT_ID');
    expect(await digest()).toBe(20);
    const texts = loop.api.sent.map(({ text }) => String(text)).filter((text) => text.includes('number'));
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('goes on in the supergroup that the chat has become', async () => {
    await ask(0, 20);
    const moved: Chat = { ...CURATORS, id: -1_009_111_111 } as Chat;
    loop.api.chats.set(moved.id, moved);
    loop.api.groups.moved.set(CURATORS.id, moved.id);
    expect(await digest()).toBe(20);
    const there = createPerson(loop.api, { id: 2_000_001, chat: moved });
    await loop.handle(there.taps('Ignore'));
    expect(last()).toContain('Decided');
  });
});

describe('a tap', () => {
  beforeEach(async () => {
    await ask(0, 20);
    await digest();
  });

  test.each([
    ['Wording of: How much ketamine does the awake method use?', 'a new wording', 'wording'],
    ['Not covered', 'not covered', 'not-covered'],
  ])('%s becomes a proposal, and the message says so', async (caption, said, kind) => {
    const before = loop.api.sent.at(-1);
    const [edited, ...more] = await loop.handle(mo().taps(caption));
    expect(more).toEqual([]);
    expect(edited?.edited).toBe(true);
    expect(edited?.text).toContain(said);
    expect(edited?.text).toContain(/number \d+/.exec(String(before?.['text']))?.[0] ?? '?');
    expect(edited?.text).not.toContain('Kim');
    expect(edited?.text).toContain(loop.assistant.content.standing.text);
    expect(edited?.buttons).toEqual([]);
    const [proposal, ...others] = await loop.stores.proposals.list('open');
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({ kind, ...(kind === 'wording' ? { answerId: 'awake-dose' } : {}) });
  });

  test('"Ignore" leaves no proposal', async () => {
    await loop.handle(mo().taps('Ignore'));
    expect(await loop.stores.proposals.list('all')).toEqual([]);
    expect(await loop.stores.unanswered.counts()).toMatchObject({ groups: { taken: 1, open: 19 } });
  });

  test('by a second curator shows the first decision', async () => {
    const sam = createPerson(loop.api, { id: 2_000_009, chat: CURATORS });
    const late = sam.taps('Ignore');
    await loop.handle(mo().taps('Not covered'));
    await loop.handle(late);
    expect(last()).toContain('not covered');
    expect(await loop.stores.proposals.list('open')).toHaveLength(1);
  });

  test('counts in the curators’ chat only, and only where the button stands', async () => {
    const tap = mo().taps('Ignore');
    const data = String(tap.callback_query?.data);
    await loop.handle(loop.person.says('/topics'));
    await loop.handle(loop.person.forges(data));
    const other: Chat = { id: -1_001_234_567, type: 'supergroup', title: 'CRPS' };
    const kim = createPerson(loop.api, { id: 2_000_002, chat: other });
    await loop.handle(kim.says('/faq awake-dose'), kim.forges(data));
    // The same button under a message of another chat.
    const under = { ...tap.callback_query?.message, chat: other } as never;
    await loop.handle(kim.forges(data, under));
    await loop.handle(mo().forges(data.replace(/:[\w-]{22}/, `:${'x'.repeat(22)}`)));
    expect(await loop.stores.unanswered.counts()).toMatchObject({ groups: { taken: 0, open: 20 } });
  });

  test('on a question that is gone says so', async () => {
    const tap = mo().taps('Ignore');
    await loop.stores.unanswered.purge(now + 1);
    await loop.handle(tap);
    expect(last()).toContain('no longer kept');
  });
});
