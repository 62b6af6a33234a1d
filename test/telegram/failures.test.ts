import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { FAULTS, refuse } from '../../src/stand-in/answers.ts';
import { createPerson } from '../../src/stand-in/person.ts';
import { createSetting, type Setting } from '../support/telegram/in-process.ts';
import { quickAssistant } from '../support/telegram/quick-assistant.ts';

const SECRET = 'my name is Kim and my pain is awful';
let setting: Setting;
beforeEach(() => {
  setting = createSetting();
});
afterEach(() => {
  vi.useRealTimers();
  expect(setting.log.join('\n')).not.toContain(SECRET);
  expect(setting.log.join('\n')).not.toContain(String(setting.person.chat.id));
});

const send = (text: string) => setting.handle(setting.person.says(text));
const errorText = (): string => setting.assistant.content.notices.error.body.map(blockText).join('\n\n');
const logged = () => setting.log.map((line) => JSON.parse(line));

describe('what Telegram refuses', () => {
  test('403: not tried again, not answered, noted', async () => {
    setting.api.failNext('sendMessage', FAULTS.blocked);
    expect(await send(SECRET)).toEqual([]);
    expect(setting.api.countOf('sendMessage')).toBe(1);
    expect(logged()).toMatchObject([{ level: 30, error: { code: 403, method: 'sendMessage' } }]);
  });

  test('429: waits as long as it is told, then sends', async () => {
    vi.useFakeTimers();
    setting.api.failNext('sendMessage', FAULTS.tooMany(7));
    const sending = send(SECRET);
    await vi.advanceTimersByTimeAsync(6_999);
    expect(setting.api.countOf('sendMessage')).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await sending).toHaveLength(1);
    expect(setting.api.countOf('sendMessage')).toBe(2);
    expect(setting.log).toEqual([]);
  });

  test('429 with a long pause: waits for that as well', async () => {
    vi.useFakeTimers();
    setting.api.failNext('sendMessage', FAULTS.tooMany(300), FAULTS.tooMany(40));
    const sending = send(SECRET);
    await vi.advanceTimersByTimeAsync(339_999);
    expect(setting.api.countOf('sendMessage')).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await sending).toHaveLength(1);
  });

  test('429 with a pause of hours: not sent, not answered, noted', async () => {
    setting.api.failNext('sendMessage', FAULTS.tooMany(3_601));
    expect(await send(SECRET)).toEqual([]);
    expect(setting.api.countOf('sendMessage')).toBe(1);
    expect(logged()).toMatchObject([{ level: 40, error: { code: 429 } }]);
  });

  test('429 while a chat waits does not hold up another chat', async () => {
    vi.useFakeTimers();
    setting.api.failNext('sendMessage', FAULTS.tooMany(7));
    const waiting = send('hi');
    await vi.advanceTimersByTimeAsync(0);
    const other = createPerson(setting.api, { id: 1_000_002 });
    const [reply] = await setting.handle(other.says('hi'));
    expect(reply?.payload).toMatchObject({ chat_id: 1_000_002 });
    await vi.advanceTimersByTimeAsync(7_000);
    await waiting;
  });

  test('400: not sent twice; the person is told once', async () => {
    setting.api.failNext('sendMessage', refuse('Bad Request: something else'));
    const [reply, ...more] = await send('tell me about awake-dose');
    expect(more).toEqual([]);
    expect(reply?.text).toContain(errorText());
    expect(setting.api.countOf('sendMessage')).toBe(2);
    expect(logged()).toHaveLength(1);
  });

  test('5xx: Telegram did nothing, so it is sent again until it is taken', async () => {
    vi.useFakeTimers();
    const five = ['Internal Server Error', 'Bad Gateway', 'Bad Gateway', 'Service Unavailable'];
    setting.api.failNext('sendMessage', ...five.map((text, i) => refuse(text, 500 + i)));
    const sending = send('tell me about awake-dose');
    await vi.advanceTimersByTimeAsync(500 + 1_000 + 2_000 + 4_000);
    const [reply, ...more] = await sending;
    expect(more).toEqual([]);
    expect(reply?.text).toContain('mg per hour');
    expect(setting.log).toEqual([]);
  });

  test('a broken connection: the message may have arrived; it is sent once more after a pause', async () => {
    vi.useFakeTimers();
    setting.api.failNext('sendMessage', 'reset');
    const sending = send('tell me about awake-dose');
    await vi.advanceTimersByTimeAsync(499);
    expect(setting.api.countOf('sendMessage')).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await sending).toHaveLength(1);
    expect(setting.api.countOf('sendMessage')).toBe(2);
  });

  test('a connection that breaks again: no third copy; the person is told', async () => {
    vi.useFakeTimers();
    setting.api.failNext('sendMessage', 'reset', 'reset');
    const sending = send('tell me about awake-dose');
    await vi.advanceTimersByTimeAsync(500);
    const [reply, ...more] = await sending;
    expect(more).toEqual([]);
    expect(reply?.text).toContain(errorText());
    expect(setting.api.countOf('sendMessage')).toBe(3);
  });

  test('when even that fails, it ends there', async () => {
    setting.api.failNext('sendMessage', refuse('Bad Request: x'), refuse('Bad Request: x'));
    expect(await send(SECRET)).toEqual([]);
    expect(setting.api.countOf('sendMessage')).toBe(2);
    expect(logged()).toMatchObject([{ level: 50 }, { level: 40 }]);
  });

  test('a press that cannot be answered for another reason is an error', async () => {
    await send('/topics');
    setting.api.failNext('answerCallbackQuery', refuse('Bad Request: something else'));
    const press = setting.person.taps('The coma method');
    setting.api.presses.delete(press.callback_query?.id ?? '');
    const [reply] = await setting.handle(press);
    expect(reply?.text).toContain(errorText());
  });

  test('a press is answered, and a menu turned, again after a broken connection', async () => {
    await send('/topics');
    setting.api.failNext('answerCallbackQuery', FAULTS.badGateway);
    setting.api.failNext('editMessageText', 'reset', 'reset');
    const [reply, ...more] = await setting.handle(setting.person.taps('The coma method'));
    expect(more).toEqual([]);
    expect(reply?.edited).toBe(true);
    expect(setting.log).toEqual([]);
  });

  test('a broken edit is told as well', async () => {
    await send('/topics');
    setting.api.failNext('editMessageText', refuse('Bad Request: something else'));
    const [reply] = await setting.handle(setting.person.taps('The coma method'));
    expect(reply?.text).toContain(errorText());
  });
});

describe('a mistake in the code', () => {
  const broken = () => {
    const assistant = quickAssistant();
    const fail = (): never => {
      throw new Error(SECRET);
    };
    setting = createSetting({
      ...assistant,
      content: assistant.content,
      ask: fail,
      guard: fail,
      press: fail,
    });
    return setting;
  };

  test('is told once in private, and logged with its place but without a word of the message', async () => {
    broken();
    const [reply, ...more] = await send(SECRET);
    expect(more).toEqual([]);
    expect(reply?.text).toContain(errorText());
    expect(logged()).toMatchObject([{ level: 50, error: { name: 'Error' } }]);
    expect(logged()[0].error.at.join('\n')).toContain('failures.test.ts');
  });

  test('is not told to a group that was only talking, nor after an edit', async () => {
    broken();
    const chat = { id: -100_1, type: 'supergroup', title: 'CRPS' } as const;
    const kim = createPerson(setting.api, { chat });
    expect(await setting.handle(kim.says(SECRET), kim.edits(SECRET))).toEqual([]);
    expect(await setting.handle(setting.person.edits(SECRET))).toEqual([]);
    expect(await setting.handle(kim.says(`@crps_answers_bot ${SECRET}`))).toHaveLength(1);
  });

  test('in triage gives the emergency text', async () => {
    setting = createSetting(
      quickAssistant({
        triage: () => {
          throw new Error(SECRET);
        },
      }),
    );
    for (const text of [SECRET, `/help ${SECRET}`, `/start ${SECRET}`, '/start in-one-word']) {
      const [reply] = await send(text);
      expect(reply?.text).toMatch(/call your local emergency number/i);
    }
    const [edit] = await setting.handle(setting.person.edits(SECRET));
    expect(edit?.text).toMatch(/call your local emergency number/i);
  });
});

test('messages of one chat are answered in order, though the first takes longer', async () => {
  vi.useFakeTimers();
  setting.api.failNext('sendMessage', FAULTS.tooMany(1));
  const both = Promise.all([
    setting.bot.handleUpdate(setting.person.says('/help')),
    setting.bot.handleUpdate(setting.person.says('/privacy')),
  ]);
  await vi.advanceTimersByTimeAsync(1_000);
  await both;
  expect(setting.api.sent.map(({ text }) => String(text).slice(0, 4))).toEqual(['You ', 'Very']);
});
