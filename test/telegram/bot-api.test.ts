import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BotApi } from '../../src/stand-in/bot-api.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { type FakeBotApi, startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts';

/* The Bot API of the tests is itself worth something only if it refuses what Telegram refuses. */

const good = {
  chat_id: 1_000_001,
  text: 'one 🧪 two',
  entities: [{ type: 'bold', offset: 0, length: 3 }],
  link_preview_options: { is_disabled: true },
};
const keyboard = (...data: unknown[]) => ({
  inline_keyboard: data.map((each) => [{ text: 'x', callback_data: each }]),
});

describe('in memory', () => {
  let api: BotApi;
  beforeEach(() => {
    api = new BotApi();
    createPerson(api);
  });
  const refusal = (method: string, payload: object): string => {
    const answer = api.call(method, payload as never);
    return answer !== 'reset' && !answer.ok ? answer.description : '';
  };

  test('takes a good message', () => {
    expect(refusal('sendMessage', { ...good, reply_markup: keyboard('x'.repeat(64)) })).toBe('');
    expect(api.violations).toEqual([]);
  });

  test.each([
    ['an unknown chat', { chat_id: 5 }, 'Bad Request: chat not found'],
    ['no text', { text: '  ' }, 'Bad Request: message text is empty'],
    ['4097 characters', { text: 'x'.repeat(4097) }, 'Bad Request: message is too long'],
    ['a lone surrogate', { text: 'x \uD83D x' }, 'Bad Request: strings must be encoded in UTF-8'],
    ['a parse mode', { parse_mode: 'HTML' }, 'strict: a parse mode reads text as markup'],
    ['a link preview', { link_preview_options: {} }, 'strict: the link preview is on'],
    ['a field that nobody expects', { caption: 'x' }, 'strict: nobody expects caption'],
    [
      '65 bytes behind a button',
      { reply_markup: keyboard('x'.repeat(65)) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      '33 letters of two bytes',
      { reply_markup: keyboard('ä'.repeat(33)) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    ['a button that does nothing', { reply_markup: keyboard('') }, 'Bad Request: BUTTON_DATA_INVALID'],
    ['an empty row', { reply_markup: { inline_keyboard: [[]] } }, 'strict: an empty row of buttons'],
  ])('refuses %s', (_, change, description) => {
    expect(refusal('sendMessage', { ...good, ...change })).toBe(description);
    expect(api.violations).toHaveLength(1);
  });

  const entity = (type: string, offset: number, length: number) => ({ type, offset, length });
  test.each([
    ['past the end', [entity('bold', 8, 3)]],
    ['of no length', [entity('bold', 2, 0)]],
    ['through a character', [entity('bold', 0, 5)]],
    ['from the middle of a character', [entity('bold', 5, 2)]],
    ['that overlap', [entity('bold', 0, 6), entity('italic', 4, 6)]],
    ['of one kind in each other', [entity('bold', 0, 6), entity('bold', 1, 2)]],
    ['of an unexpected kind', [entity('text_link', 0, 3)]],
    ['more than 100', Array.from({ length: 101 }, () => entity('bold', 0, 1))],
  ])('refuses entities %s', (_, entities) => {
    expect(refusal('sendMessage', { ...good, entities })).not.toBe('');
    expect(api.violations).toHaveLength(1);
  });

  test('takes entities that are nested or side by side', () => {
    const entities = [entity('expandable_blockquote', 0, 10), entity('bold', 0, 3), entity('italic', 3, 3)];
    expect(refusal('sendMessage', { ...good, entities })).toBe('');
  });

  test('knows what was sent', () => {
    expect(refusal('editMessageText', { ...good, message_id: 5 })).toMatch(/message to edit not found/);
    const sent = api.call('sendMessage', good);
    const id = sent !== 'reset' && sent.ok ? (sent.result as { message_id: number }).message_id : 0;
    expect(refusal('editMessageText', { ...good, message_id: id })).toMatch(/message is not modified/);
    expect(refusal('editMessageText', { ...good, message_id: id, text: 'three' })).toBe('');
    expect(api.violations).toEqual([]);
  });

  test('a press is answered once, and an unknown one not at all', () => {
    api.presses.set('p', 0);
    expect(refusal('answerCallbackQuery', { callback_query_id: 'q' })).toMatch(/query is too old/);
    expect(refusal('answerCallbackQuery', { callback_query_id: 'p' })).toBe('');
    expect(refusal('answerCallbackQuery', { callback_query_id: 'p' })).toMatch(/answered twice/);
  });

  test('refuses unknown methods and bad commands', () => {
    expect(refusal('sendMesage', good)).toBe('Not Found: method not found');
    expect(refusal('setMyCommands', { commands: [{ command: 'Ask', description: 'x' }] })).toMatch(/INVALID/);
    expect(refusal('setMyDescription', { description: 'x'.repeat(513) })).toMatch(/TOO_LONG/);
    expect(refusal('setMyShortDescription', { short_description: 'x'.repeat(121) })).toMatch(/TOO_LONG/);
  });
});

describe('over HTTP', () => {
  let fake: FakeBotApi;
  beforeAll(async () => {
    fake = await startFakeBotApi();
  });
  afterAll(() => fake.close());
  const post = async (path: string, body: string) => {
    const response = await fetch(`${fake.url}/${path}`, { method: 'POST', body });
    return {
      status: response.status,
      ...((await response.json()) as { description?: string; result?: unknown }),
    };
  };
  const ask = (payload: object) => post(`bot${TOKEN}/getUpdates`, JSON.stringify(payload));

  test('refuses a wrong token, a wrong path and what is no JSON', async () => {
    expect(await post('bot1:x/getMe', '{}')).toMatchObject({ status: 401, description: 'Unauthorized' });
    expect(await post('getMe', '{}')).toMatchObject({ status: 404, description: 'Not Found' });
    expect(await post(`bot${TOKEN}/getMe`, '{')).toMatchObject({ status: 400 });
    expect(await post(`bot${TOKEN}/getMe`, '')).toMatchObject({ status: 200 });
  });

  test('hands out updates until they are confirmed, of the kinds that are wanted', async () => {
    const first = fake.person.says('one');
    fake.push(first);
    expect((await ask({ timeout: 0 })).result).toEqual([first]);
    expect((await ask({ timeout: 0, limit: 1 })).result).toEqual([first]);
    expect(
      (await ask({ timeout: 0, offset: first.update_id + 1, allowed_updates: ['message'] })).result,
    ).toEqual([]);
    fake.push(fake.person.edits('two'));
    expect((await ask({ timeout: 0, offset: first.update_id + 1 })).result).toEqual([]);
  });

  test('holds a request open until there is something, and ends it for a second one', async () => {
    const held = ask({ timeout: 30, allowed_updates: ['message'] });
    await fake.until(() => fake.polls === 1);
    const second = ask({ timeout: 30 });
    expect(await held).toMatchObject({
      status: 409,
      description: expect.stringContaining('terminated by other'),
    });
    await fake.until(() => fake.polls === 1);
    const update = fake.person.says('three');
    fake.push(update);
    expect((await second).result).toEqual([update]);
  });
});
