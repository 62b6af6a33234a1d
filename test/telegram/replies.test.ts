import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAssistant } from '../../src/answering/assistant.ts';
import { BOT } from '../../src/stand-in/answers.ts';
import { createPerson, type Person } from '../../src/stand-in/person.ts';
import { createMemoryStores } from '../../src/telegram/memory-stores.ts';
import { shippedApp } from '../support/shipped.ts';
import { createGroup, type Group } from '../support/telegram/group.ts';
import { createSetting } from '../support/telegram/in-process.ts';
import { createLoop } from '../support/telegram/loop.ts';

/* With the matcher as shipped: a reply to something that the bot said leans on that, whoever writes it. */

const NAME = '@crps_answers_bot';
const COMA = '600 and 900 mg';
const AWAKE = '10–90 mg';
const assistant = () => createAssistant(() => shippedApp().mind());

let group: Group;
let otto: Person;
let stores: ReturnType<typeof createMemoryStores>;
const start = (options: Parameters<typeof createGroup>[0] = {}) => {
  group = createGroup({ setting: createSetting(assistant(), { stores }), ...options });
  skipNumbers(group.setting.api);
  otto = createPerson(group.setting.api, { id: 2_000_003, chat: group.chat, name: 'Otto' });
};
beforeEach(async () => {
  vi.useFakeTimers();
  stores = createMemoryStores();
  start();
  await stores.groups.change(group.chat.id, { coolDownSeconds: 0, alreadyAnsweredMinutes: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});
const last = () => group.texts.at(-1) ?? '';
/** Telegram goes on counting when the bot starts anew. */
let started = 0;
const skipNumbers = (api: Group['setting']['api']) => {
  started += 1;
  for (let i = 0; i < started * 100; i += 1) api.nextMessageId();
};
/** The newest message of the bot, as people reply to it. */
const said = (holds = '') => {
  const all = [...group.setting.api.messages.values()].filter(({ text }) => text?.includes(holds));
  return { reply_to_message: all.at(-1) as never };
};

describe('in a group', () => {
  test('"and the dose?" of another member is about the answer that it replies to', async () => {
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    await group.calls(otto.says('and the dose?', said()));
    expect(last()).toContain(COMA);
    expect(last()).not.toContain(AWAKE);
  });

  test("that goes before the person's own last question", async () => {
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    const coma = said();
    await group.calls(otto.says(`${NAME} what is the awake method`));
    await group.calls(otto.says('and the dose?', coma));
    expect(last()).toContain(COMA);
  });

  test('what follows leans on it as well', async () => {
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    await group.calls(otto.says('and the dose?', said()));
    await group.calls(otto.says(`${NAME} how good is the evidence for that one?`));
    expect(last()).toContain('Is there good evidence for the coma method?');
  });

  test.each(['/faq and the dose?', '/ask and the dose?', `${NAME} and the dose?`])(
    'the same with %s',
    async (text) => {
      await group.calls(otto.says(`${NAME} what is the awake method`));
      await group.calls(group.kim.says(`${NAME} what is the coma method`));
      const calls = await group.calls(otto.says(text, said()));
      const shown = `${last()} ${JSON.stringify(calls)}`;
      expect(shown).toMatch(/600 and 900 mg|start=coma-dose/);
      expect(shown).not.toMatch(/10–90 mg|start=awake-dose/);
    },
  );

  test('after a restart it is known from the store', async () => {
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    const coma = said();
    start({ chat: group.chat });
    await group.calls(otto.says(`${NAME} what is the awake method`), otto.says('and the dose?', coma));
    expect(last()).toContain(COMA);
  });

  test('where the store has lost it, it is known by its heading', async () => {
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    const coma = said();
    stores = createMemoryStores();
    await stores.groups.change(group.chat.id, { coolDownSeconds: 0 });
    start({ chat: group.chat });
    await group.calls(otto.says(`${NAME} what is the awake method`), otto.says('and the dose?', coma));
    expect(last()).toContain(COMA);
  });

  test('a line that points to an earlier answer stands for it', async () => {
    await stores.groups.change(group.chat.id, { alreadyAnsweredMinutes: 60 });
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    await group.calls(group.mod.says(`${NAME} what is the coma method`));
    expect(last()).toMatch(/^I answered that here/);
    await group.calls(otto.says('and the dose?', said('I answered that here')));
    expect(last()).toContain(COMA);
  });

  test('a reply to what is no answer leans on what the person asked before', async () => {
    await group.calls(otto.says(`${NAME} what is the coma method`));
    await group.calls(otto.says(`${NAME} thank you`));
    await group.calls(otto.says('and the dose?', said()));
    expect(last()).toContain(COMA);
  });

  test.each(['and how much do they give?', 'what is the dose?', '/faq awake-dose', '/faq and the dose?'])(
    'no dose in a reply to the text for self-administration: %s',
    async (text) => {
      await group.calls(group.kim.says(`${NAME} how do i make ketamine at home`));
      expect(last()).not.toContain('mg');
      await group.calls(otto.says(text, said()));
      expect(last()).not.toContain('mg');
      await group.calls(otto.says(`${NAME} what is the dose of the awake method`));
      expect(last()).not.toContain('mg');
      await vi.advanceTimersByTimeAsync(61 * 60_000);
      await group.calls(otto.says(`${NAME} what is the dose of the awake method`));
      expect(last()).toContain(AWAKE);
    },
  );
});

describe('small words in reply to the bot', () => {
  test.each([
    'ok',
    'Ok!',
    'lol',
    '👍',
    '👍🏽❤️',
    'hahaha',
    'oh ok cool',
    'hmmmm',
    'yes',
    'no',
    'great',
    'same here',
    '...',
  ])('%s is not answered', async (text) => {
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    expect(await group.calls(otto.says(text, said()))).toEqual([]);
    start({ chat: group.chat, admin: true });
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    const calls = await group.calls(otto.says(text, said()));
    expect(calls.map(({ method }) => method)).not.toContain('sendMessage');
  });

  test.each(['does it help horses', 'thank you', 'ok?', 'what?', `${NAME} ok`])(
    '%s is answered',
    async (text) => {
      await group.calls(group.kim.says(`${NAME} what is the coma method`));
      const calls = await group.calls(otto.says(text, said()));
      expect(calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
    },
  );

  test('help is given for the smallest of words', async () => {
    await group.calls(group.kim.says(`${NAME} what is the coma method`));
    await group.calls(otto.says('ok goodbye, i am going to kill myself', said()));
    expect(last()).toContain('findahelpline.com');
  });
});

test("/faq in reply to the bot's own answer says that this is one", async () => {
  await group.calls(group.kim.says(`${NAME} what is the coma method`));
  for (const text of ['/faq', NAME, '/faq\nsee here']) {
    await group.calls(group.mod.says(text, said('What is the coma method?')));
    expect(last(), text).toMatch(/^That is already my answer/);
  }
});

test('nor does it answer its own words that someone sent by inline mode', async () => {
  await group.calls(group.kim.says(`${NAME} what is the coma method`));
  const card = { ...group.kim.says(last()).message, via_bot: BOT };
  await group.calls(group.mod.says('/faq', { reply_to_message: card as never }));
  expect(last()).toMatch(/^That is already my answer/);
  await group.calls(otto.says(`${NAME} what is the awake method`));
  await group.calls(otto.says(`${NAME} and the dose?`, { reply_to_message: card as never }));
  expect(last()).toContain(COMA);
});

describe('in private', () => {
  const ask = async (setting = createSetting(assistant())) => {
    const { person, api, handle } = setting;
    await handle(person.says('what is the coma method'));
    const older = { reply_to_message: [...api.messages.values()].at(-1) as never };
    await handle(person.says('what is the awake method'));
    return { ...setting, older };
  };

  test('a reply to an older answer is about that one', async () => {
    const { handle, person, older } = await ask();
    const [reply] = await handle(person.says('and the dose?', older));
    expect(reply?.text).toContain(COMA);
    const [next] = await handle(person.says('how good is the evidence for that one?'));
    expect(next?.text).toContain('Is there good evidence for the coma method?');
  });

  test('/forget takes that away as well', async () => {
    const { handle, person, older } = await ask();
    await handle(person.says('/forget'));
    const { reply_to_message: target } = older;
    const unread = { reply_to_message: { ...(target as object), text: 'x' } as never };
    const [reply] = await handle(person.says('and the dose?', unread));
    expect(reply?.text).not.toContain(COMA);
  });

  test('a number picks from the questions under it', async () => {
    const { handle, person, older, assistant: own } = await ask();
    const first = own.content.answers.get('coma-technique' as never)?.related[0];
    const [reply] = await handle(person.says('1', older));
    expect(reply?.text).toContain(own.content.answers.get(first as never)?.title ?? '?');
  });

  test('after a restart it is known from the store', async () => {
    const loop = await createLoop({ assistant: assistant() });
    const { older } = await ask(loop);
    await loop.keeper.settled();
    const again = await createLoop({ assistant: assistant(), url: loop.url });
    skipNumbers(again.api);
    again.api.chats.set(loop.person.chat.id, loop.person.chat);
    await again.handle(again.person.says('what is the awake method'));
    const [reply] = await again.handle(again.person.says('and the dose?', older));
    expect(reply?.text).toContain(COMA);
    await again.close();
    await loop.close();
  });
});
