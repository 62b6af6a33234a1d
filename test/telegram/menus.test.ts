import { beforeEach, describe, expect, test } from 'vitest';
import { renderTelegram } from '../../src/rendering/telegram.ts';
import { refuse } from '../../src/stand-in/answers.ts';
import { createSetting, type Setting } from '../support/telegram/in-process.ts';
import { quickAssistant } from '../support/telegram/quick-assistant.ts';

const { content } = quickAssistant();
let setting: Setting;
beforeEach(() => {
  setting = createSetting();
});

const send = (text: string) => setting.handle(setting.person.says(text));
const tap = (caption: string) => setting.handle(setting.person.taps(caption));

describe('every answer is two taps from /topics', () => {
  test.each(content.topics.flatMap(({ label, answers }) => answers.map((id) => [id, label.text] as const)))(
    '%s',
    async (id, topic) => {
      await send('/topics');
      const [page] = await tap(topic);
      expect(page?.edited).toBe(true);
      const [reply] = await tap(content.answers.get(id)?.label.text ?? '');
      expect(reply?.edited).toBe(false);
      expect(reply?.text).toBe(renderTelegram(setting.assistant.follow(id, { surface: 'private' })).text);
    },
  );

  test('and none is missing', () => {
    const listed = content.topics.flatMap(({ answers }) => answers);
    const medical = [...content.answers.values()].filter(({ kind }) => kind !== 'talk').map(({ id }) => id);
    expect([...listed].sort()).toEqual([...medical].sort());
  });
});

describe('every answer by its link', () => {
  test.each([...content.answers.values()].map((answer) => [answer.id, answer] as const))(
    '%s',
    async (id, answer) => {
      const [reply, ...more] = await send(`/start ${id}`);
      expect(more).toEqual([]);
      if (answer.kind === 'talk') return;
      const { text = '', payload } = reply ?? {};
      const caveat = text.indexOf(content.levels[answer.level].text);
      expect(caveat).toBeGreaterThan(0);
      expect(text.endsWith(content.standing.text)).toBe(true);
      expect(text.startsWith(content.levels[answer.level].label)).toBe(true);
      const entities = payload?.['entities'] as { type: string; offset: number; length: number }[];
      const quotes = entities.filter(({ type }) => type === 'expandable_blockquote');
      expect(quotes).toHaveLength(answer.citations.length);
      for (const [i, { offset, length }] of quotes.entries()) {
        expect(offset).toBeGreaterThan(caveat);
        const quoted = text.slice(offset, offset + length);
        expect(quoted).toContain(content.levels[answer.level].quoteLabel);
        expect(quoted.endsWith(answer.citations[i]?.quote ?? '?')).toBe(true);
      }
    },
  );
});

describe('moving about', () => {
  test('passages replace each other, with their caveats', async () => {
    await send('/source');
    for (const [i, passage] of content.passages.entries()) {
      const [page] = await tap(i === 0 ? passage.label.text : 'Next part');
      expect(page?.edited).toBe(true);
      expect(page?.text).toContain(content.levels[passage.level].text);
      for (const piece of passage.pieces) expect(page?.text).toContain(piece);
    }
    const [back] = await tap('The document');
    expect(back?.edited).toBe(true);
    expect(setting.api.messages.size).toBe(1);
  });

  test('back leads to the topics, in place', async () => {
    await send('/topics');
    await tap('The coma method');
    const [page] = await tap('Back');
    expect(page?.edited).toBe(true);
    expect(page?.buttons).toContain('The coma method');
  });

  test('all topics under an answer is a new message: the answer stays', async () => {
    await send('/start awake-dose');
    const [menu] = await tap('All topics');
    expect(menu?.edited).toBe(false);
    const [page] = await tap('The coma method');
    expect(page?.edited).toBe(true);
    expect([...setting.api.messages.values()].some(({ text }) => text?.includes('10–90 mg'))).toBe(true);
  });

  test('a related question under an answer is a new message', async () => {
    const [first] = await send('/start awake-dose');
    const [second] = await tap(first?.buttons[0] ?? '');
    expect(second?.edited).toBe(false);
  });
});

describe('presses', () => {
  test('are answered before anything else', async () => {
    await send('/topics');
    const before = setting.api.calls.length;
    await tap('The coma method');
    expect(setting.api.calls.slice(before).map(({ method }) => method)).toEqual([
      'answerCallbackQuery',
      'editMessageText',
    ]);
  });

  test('a second press of the same page changes nothing and is no error', async () => {
    await send('/topics');
    const press = setting.person.taps('The coma method');
    await setting.handle(press);
    const again = setting.person.forges(press.callback_query?.data);
    expect(await setting.handle(again)).toEqual([]);
    expect(setting.log).toEqual([]);
  });

  test('a press too old to be answered still opens its answer', async () => {
    await send('/topics');
    await tap('The coma method');
    const press = setting.person.taps(content.answers.get('coma-dose' as never)?.label.text ?? '');
    setting.api.presses.delete(press.callback_query?.id ?? '');
    const [reply] = await setting.handle(press);
    expect(reply?.text).toContain('600');
    expect(setting.log).toEqual([]);
  });

  test('a menu that cannot be edited any more is sent anew', async () => {
    await send('/topics');
    setting.api.failNext('editMessageText', refuse("Bad Request: message can't be edited"));
    const [page] = await tap('The coma method');
    expect(page?.edited).toBe(false);
    setting.api.messages.clear();
    const lost = setting.person.forges('m:g:coma', {
      message_id: 1,
      date: 0,
      chat: setting.person.chat,
    } as never);
    const [again] = await setting.handle(lost);
    expect(again?.edited).toBe(false);
  });

  test.each([undefined, '', 'nonsense', 'n:a:<script>', 'm:g:__proto__', 'n:p:9999', 'n:a:no-such-answer'])(
    'forged data %j opens a menu and no more',
    async (data) => {
      await send('/help');
      const [page, ...more] = await setting.handle(setting.person.forges(data));
      expect(more).toEqual([]);
      expect(page?.buttons.length).toBeGreaterThan(3);
      if (data) expect(page?.text).not.toContain(data);
    },
  );

  test('under a message of inline mode, which has no chat, only the press is answered', async () => {
    const press = setting.person.forges('n:a:awake-dose');
    expect(await setting.handle(press)).toEqual([]);
    expect(setting.api.calls.map(({ method }) => method)).toEqual(['answerCallbackQuery']);
  });
});
