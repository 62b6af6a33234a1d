import type { Chat } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAssistant } from '../../src/answering/assistant.ts';
import type { Mind } from '../../src/answering/mind.ts';
import { answerId } from '../../src/domain/ids.ts';
import { BOT, FAULTS } from '../../src/stand-in/answers.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { createRecall } from '../../src/telegram/curators/recall.ts';
import { correctedContent } from '../support/corrected.ts';
import { shippedApp } from '../support/shipped.ts';
import { createGroup, readButtons } from '../support/telegram/group.ts';
import { createLogger } from '../support/telegram/in-process.ts';
import { createLoop, type Loop } from '../support/telegram/loop.ts';

const CURATORS: Chat = { id: -1_009_000_000, type: 'supergroup', title: 'Curators' };
const DOSE = answerId('awake-dose');
const LINE = 'Corrected on 16 November 2026.';

let now: number;
let pauses: number[];
let mind: Mind;
let loop: Loop;
beforeEach(async () => {
  now = 1_000_000;
  pauses = [];
  mind = shippedApp().mind();
  loop = await createLoop({ assistant: createAssistant(() => mind), curators: CURATORS, now: () => now });
});
afterEach(() => loop.close());

const correct = (): void => {
  now += 1_000;
  mind = { ...mind, content: correctedContent('awake-dose', '2026-11-16', 'v2') };
};
const createRun = () =>
  createRecall({
    stores: loop.stores,
    api: loop.bot.api,
    assistant: loop.assistant,
    botName: () => BOT.username,
    logger: createLogger(loop.log),
    chat: loop.chat,
    now: () => now,
    pause: async (ms) => {
      pauses.push(ms);
      now += ms;
    },
  });
const edits = () => loop.api.calls.filter(({ method }) => method === 'editMessageText');
const settled = () => loop.keeper.settled();

describe('when an answer is corrected', () => {
  test('its copies in private, in groups and from inline lists are edited, and no others', async () => {
    const run = createRun();
    await run();
    await loop.handle(loop.person.says('/start awake-dose'), loop.person.says('/start coma-dose'));
    const { kim, chat } = createGroup({ setting: loop });
    await loop.handle(kim.says('/faq awake-dose'));
    await loop.handle(kim.types('awake dose'));
    const results = loop.api.calls.at(-1)?.payload['results'] as { id: string; title: string }[];
    const card = results.find(({ title }) => title === mind.content.answers.get(DOSE)?.title);
    await loop.handle({
      update_id: 1,
      chosen_inline_result: { result_id: card?.id, from: kim.user, query: 'x', inline_message_id: 'in-1' },
    } as never);
    await settled();
    await run();
    expect(edits()).toEqual([]);

    correct();
    await run();
    const done = edits().map(({ payload }) => payload);
    expect(done.map((payload) => payload['chat_id'] ?? payload['inline_message_id']).sort()).toEqual(
      [loop.person.chat.id, chat.id, 'in-1'].sort(),
    );
    for (const payload of done) {
      expect(payload['text']).toContain(LINE);
      expect(payload['text']).toContain('10–90 mg');
      expect(payload['text']).toContain(mind.content.levels['study-number'].text);
      expect(payload['text']).toContain(mind.content.standing.text);
    }
    const inGroup = done.find((payload) => payload['chat_id'] === chat.id);
    expect(readButtons(inGroup?.['reply_markup'] as never)).toEqual([
      'More in private → https://t.me/crps_answers_bot?start=awake-dose',
      'Remove → g:r:',
    ]);
    expect(loop.api.violations).toEqual([]);
    expect(String(loop.api.sent.at(-1)?.['text'])).toContain('awake-dose: 3 edited, 0 not');
    await run();
    expect(edits()).toHaveLength(3);
  });

  test('both answers of a message stay in it', async () => {
    const ids = ['awake-dose', 'coma-dose'].map(answerId);
    await loop.handle(loop.person.says('/start awake-dose'));
    const [message] = [...loop.api.messages.values()];
    const place = { chatId: loop.person.chat.id, threadId: undefined, messageId: message?.message_id ?? 0 };
    loop.keeper.posted(place, ids, mind.content.version);
    await settled();
    correct();
    await createRun()();
    const text = String(edits()[0]?.payload['text']);
    expect(text).toContain('10–90 mg');
    expect(text).toContain('600 and 900 mg');
    expect(text.indexOf('10–90')).toBeLessThan(text.indexOf('600 and'));
  });

  test('a new copy needs no edit', async () => {
    correct();
    await loop.handle(loop.person.says('/start awake-dose'));
    await settled();
    await createRun()();
    expect(edits()).toEqual([]);
  });

  test('in one group no more than five are edited in a minute; others do not wait for it', async () => {
    const { chat } = createGroup({ setting: loop });
    for (let i = 1; i <= 6; i += 1) {
      await loop.stores.posted.add(copy(chat.id, i));
      await loop.stores.posted.add(copy(5_000 + i, i));
    }
    correct();
    const start = now;
    await createRun()();
    expect(now - start).toBeGreaterThanOrEqual(60_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(12_000);
    const order = edits().map(({ payload }) => Number(payload['chat_id']) > 0);
    expect(order.slice(0, 7).filter(Boolean)).toHaveLength(6);
  });

  test('goes on after a restart where it stopped: Telegram asked for a long pause', async () => {
    for (let i = 1; i <= 5; i += 1) {
      await loop.handle(createPerson(loop.api, { id: 1_000_000 + i }).says('/start awake-dose'));
    }
    await settled();
    correct();
    loop.api.failNext('editMessageText', FAULTS.tooMany(7_200));
    await createRun()();
    expect(loop.log.join('\n')).toContain('goes on later');
    const run = createRun();
    await run(AbortSignal.abort());
    await run();
    expect(await loop.stores.posted.recallCounts(DOSE, 'v2')).toEqual({
      outdated: 0,
      corrected: 5,
      failed: {},
    });
    expect(edits().filter(({ answer }) => answer !== 'reset' && answer.ok)).toHaveLength(5);
  });

  test('what cannot be edited is given up with a reason, and curators are told without a chat’s id', async () => {
    await loop.handle(loop.person.says('/start awake-dose'));
    await settled();
    await loop.stores.posted.add(copy(loop.person.chat.id, 99_999));
    correct();
    loop.api.failNext('editMessageText', FAULTS.blocked);
    const run = createRun();
    await run();
    await run();
    const told = loop.api.sent.filter((payload) => payload['chat_id'] === CURATORS.id);
    expect(told).toHaveLength(1);
    const text = String(told[0]?.['text']);
    expect(text).toContain('awake-dose: 0 edited, 2 not');
    expect(text).toContain('the message is gone: 1');
    expect(text).toContain('the bot may not write there any more: 1');
    expect(text).not.toContain(String(loop.person.chat.id));
  });

  test('one process at a time edits', async () => {
    for (let i = 1; i <= 5; i += 1) {
      await loop.handle(createPerson(loop.api, { id: 1_000_000 + i }).says('/start awake-dose'));
    }
    await settled();
    correct();
    await Promise.all([createRun()(), createRun()(), createRun()()]);
    expect(edits()).toHaveLength(5);
  });
});

test('the copy of who writes /forget is not edited any more', async () => {
  await loop.handle(loop.person.says('/start awake-dose'), loop.person.says('/forget'));
  correct();
  await createRun()();
  expect(edits()).toEqual([]);
});

function copy(chatId: number, messageId: number) {
  const place = { chatId, threadId: undefined, messageId };
  return { place, answerId: DOSE, form: 'short', version: mind.content.version, at: now } as const;
}
