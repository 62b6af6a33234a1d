import { beforeEach, describe, expect, test } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { BOT, refuse } from '../../src/stand-in/answers.ts';
import { createGroup, type Group, KIM, readButtons, replyTo } from '../support/telegram/group.ts';

interface Card {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly input_message_content: { readonly message_text: string };
  readonly reply_markup?: never;
}

let group: Group;
beforeEach(() => {
  group = createGroup();
});
const payloads = async (update: ReturnType<Group['kim']['types']>) => {
  const before = group.setting.api.calls.length;
  await group.setting.handle(update);
  return group.setting.api.calls.slice(before);
};
const cardsOf = async (query: string) => {
  const [call, ...more] = await payloads(group.kim.types(query));
  expect(more).toEqual([]);
  expect(call?.method).toBe('answerInlineQuery');
  return { cards: call?.payload['results'] as Card[], payload: call?.payload ?? {} };
};

describe('inline mode', () => {
  test('an answer is a card: level word, caveats, and no figure before it is opened', async () => {
    const { cards, payload } = await cardsOf('tell me about awake-dose');
    expect(payload).toMatchObject({
      cache_time: 30,
      button: { text: 'Ask in private', start_parameter: 'awake-dose' },
    });
    const { content } = group.setting.assistant;
    const [card] = cards;
    expect(card?.title).toBe(content.answers.get('awake-dose' as never)?.title);
    expect(card?.description?.startsWith('Experimental')).toBe(true);
    expect(card?.description).not.toMatch(/\d/);
    const text = card?.input_message_content.message_text ?? '';
    expect(text).toContain(content.levels['study-number'].text);
    expect(text.endsWith(content.standing.text)).toBe(true);
    expect(readButtons(card?.reply_markup ?? {})).toEqual([
      'More in private → https://t.me/crps_answers_bot?start=awake-dose',
    ]);
  });

  test('at most five; without words the most useful', async () => {
    expect((await cardsOf('unsure')).cards).toHaveLength(3);
    const { cards, payload } = await cardsOf('');
    expect(cards).toHaveLength(5);
    expect(payload['button']).toEqual({ text: 'Ask in private', start_parameter: 'topics' });
  });

  test('an id comes from what the card shows', async () => {
    const [a] = (await cardsOf('tell me about awake-dose')).cards;
    const [b] = (await cardsOf('tell me about awake-dose')).cards;
    const [c] = (await cardsOf('tell me about coma-dose')).cards;
    expect(a?.id).toBe(b?.id);
    expect(a?.id).not.toBe(c?.id);
  });

  test.each([
    ['i want to kill myself', 'Get help now'],
    ['he has stopped breathing', 'Get help now'],
    ['where can i buy ketamine to use at home', "I can't help with that here"],
  ])('%s: exactly one card, in public form', async (query, title) => {
    const { cards } = await cardsOf(`${query} tell me about awake-dose`);
    expect(cards.map((card) => card.title)).toEqual([title]);
    expect(cards[0]?.input_message_content.message_text).not.toContain('mg');
  });

  test('nothing fits: no card, the button stays', async () => {
    const { cards, payload } = await cardsOf('football tonight');
    expect(cards).toEqual([]);
    expect(payload).toHaveProperty('button');
  });

  test('a query that is too old is no error', async () => {
    group.setting.api.failNext('answerInlineQuery', refuse('Bad Request: query is too old'));
    await cardsOf('unsure');
    expect(group.setting.log).toEqual([]);
  });

  test('typing is not remembered', async () => {
    await cardsOf('unsure');
    const [reply] = await group.setting.handle(group.kim.says('@crps_answers_bot 2'));
    expect(reply?.text).not.toContain('600');
  });
});

describe('guest mode', () => {
  const summon = async (text: string, asked: string) => {
    const calls = await payloads(group.kim.summons(text, replyTo(group.mod.says(asked))));
    expect(calls.map(({ method }) => method)).toEqual(['answerGuestQuery']);
    return calls[0]?.payload['result'] as Card;
  };

  test('the replied-to message is answered, once, with its caveats', async () => {
    const card = await summon('@crps_answers_bot', 'tell me about awake-dose');
    const { message_text: text } = card.input_message_content;
    expect(text).toContain('10–90 mg');
    expect(text).toContain(group.setting.assistant.content.standing.text);
  });

  test('words beside the name choose the answer', async () => {
    const card = await summon('@crps_answers_bot tell me about coma-dose', 'what do you think?');
    expect(card.input_message_content.message_text).toContain('600 and 900 mg');
  });

  test('a note on the second line is no question; one over two lines is', async () => {
    const noted = await summon('@crps_answers_bot\ntell me about coma-dose', 'tell me about awake-dose');
    expect(noted.input_message_content.message_text).toContain('10–90 mg');
    const asked = await summon('@crps_answers_bot hello\ntell me about coma-dose', 'x');
    expect(asked.input_message_content.message_text).toContain('600 and 900 mg');
    const danger = await summon('@crps_answers_bot\ni want to kill myself', 'tell me about awake-dose');
    expect(danger.input_message_content.message_text).toContain('findahelpline.com');
  });

  test("the bot's own words are no question", async () => {
    const { message } = group.mod.says('tell me about awake-dose');
    const own = { reply_to_message: { ...message, from: BOT } as never };
    const [call] = await payloads(group.kim.summons('@crps_answers_bot', own));
    const card = call?.payload['result'] as Card;
    expect(card.input_message_content.message_text).toMatch(/^That is already my answer/);
  });

  test('danger comes first', async () => {
    const card = await summon('@crps_answers_bot tell me about coma-dose', 'i want to kill myself');
    const help = group.setting.assistant.content.safety.crisis.forms.public.map(blockText).join('\n\n');
    expect(card.input_message_content.message_text).toBe(help);
  });

  test('unsure: doors into the private chat; nothing fits: a line', async () => {
    const card = await summon('@crps_answers_bot', 'unsure');
    // Nobody hears of a press in a group that the bot has not joined: every button must be a door.
    expect(readButtons(card.reply_markup ?? {})).toEqual([
      expect.stringMatching(/t\.me\/crps_answers_bot\?start=awake-dose$/),
      expect.stringMatching(/start=coma-dose$/),
      expect.stringMatching(/start=treatment-duration$/),
    ]);
    expect(card.input_message_content.message_text).not.toMatch(/None of these/);
    const none = await summon('@crps_answers_bot', 'football');
    expect(none.input_message_content.message_text).toMatch(/^I have no answer for that/);
  });

  test('nothing is kept: no copy, no conversation, and never a message to that chat', async () => {
    await summon('@crps_answers_bot', 'unsure');
    const [reply] = await group.setting.handle(group.kim.says('@crps_answers_bot 2'));
    expect(reply?.text).not.toContain('600');
    group.setting.api.failNext('answerGuestQuery', refuse('Bad Request: something else'));
    await payloads(group.kim.summons('@crps_answers_bot hello'));
    expect(group.setting.api.sent.filter(({ chat_id: id }) => id === group.chat.id)).toHaveLength(1);
    expect(group.setting.log.join('')).not.toContain(String(KIM));
  });
});
