import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { FAULTS, refuse } from '../support/telegram/answers.ts';
import { createSetting, type Setting } from '../support/telegram/in-process.ts';
import { createPerson } from '../support/telegram/person.ts';
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

  test('429 with a pause too long to wait for: not sent, not answered, noted', async () => {
    setting.api.failNext('sendMessage', FAULTS.tooMany(21));
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

  test.each([
    ['502', FAULTS.badGateway],
    ['a broken connection', 'reset'],
    ['400', refuse('Bad Request: something else')],
  ] as const)('%s: not sent twice; the person is told once', async (_, fault) => {
    setting.api.failNext('sendMessage', fault);
    const [reply, ...more] = await send('tell me about awake-dose');
    expect(more).toEqual([]);
    expect(reply?.text).toContain(errorText());
    expect(setting.api.countOf('sendMessage')).toBe(2);
    expect(logged()).toHaveLength(1);
  });

  test('when even that fails, it ends there', async () => {
    setting.api.failNext('sendMessage', 'reset', 'reset');
    expect(await send(SECRET)).toEqual([]);
    expect(setting.api.countOf('sendMessage')).toBe(2);
    expect(logged()).toMatchObject([{ level: 50 }, { level: 40 }]);
  });

  test('a press that cannot be answered for another reason is an error', async () => {
    await send('/topics');
    setting.api.failNext('answerCallbackQuery', FAULTS.badGateway);
    const press = setting.person.taps('The coma method');
    setting.api.presses.delete(press.callback_query?.id ?? '');
    const [reply] = await setting.handle(press);
    expect(reply?.text).toContain(errorText());
  });

  test('a broken edit is told as well', async () => {
    await send('/topics');
    setting.api.failNext('editMessageText', FAULTS.badGateway);
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
