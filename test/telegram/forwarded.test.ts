import type { MessageOrigin } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { startTalk } from '../support/talk.ts';
import { createSetting } from '../support/telegram/in-process.ts';

const CRISIS = 'i want to kill myself';
const OTHERS = 'Thank you for looking out for them.';
const OWN = 'I am really glad you said this.';
const AGAIN = 'Thank you for telling me again.';
const HELP = 'findahelpline.com';

const user = { id: 5, is_bot: false, first_name: 'Sam' };
const channel = { id: -1005, type: 'channel', title: 'News' } as const;
const group = { id: -1006, type: 'supergroup', title: 'Group' } as const;
const FRIEND: MessageOrigin = { type: 'user', date: 1, sender_user: user };
const ORIGINS: MessageOrigin[] = [
  FRIEND,
  { type: 'hidden_user', date: 1, sender_user_name: 'Sam' },
  { type: 'chat', date: 1, sender_chat: group },
  { type: 'channel', date: 1, chat: channel, message_id: 9 },
];

describe('words that someone else wrote', () => {
  test.each(ORIGINS)(
    'forwarded from a $type, a crisis gets the text for a friend',
    async (forward_origin) => {
      const { handle, person } = createSetting(startTalk().assistant);
      const [reply] = await handle(person.says(CRISIS, { forward_origin }));
      expect(reply?.text).toContain(OTHERS);
    },
  );

  test('the support line stands under the next answer, for whoever looks after them', async () => {
    const { handle, person } = createSetting(startTalk().assistant);
    await handle(person.says(CRISIS, { forward_origin: FRIEND }));
    const [answer] = await handle(person.says('how does ketamine work in the brain?'));
    expect(answer?.text).toContain(HELP);
  });

  test.each([
    ['a forwarded message', { forward_origin: FRIEND }, CRISIS],
    ['a message about someone else', {}, 'my sister wants to kill herself'],
  ])('after %s, the first own words are no repeat', async (_, extra, text) => {
    const { handle, person } = createSetting(startTalk().assistant);
    await handle(person.says(text, extra));
    const [first, again] = await handle(person.says(CRISIS), person.says(CRISIS));
    expect(first?.text).toContain(OWN);
    expect(again?.text).toContain(AGAIN);
  });

  test("a member's own message, forwarded by themselves, is still their own", async () => {
    const { handle, person } = createSetting(startTalk().assistant);
    const forward_origin = { type: 'user', date: 1, sender_user: person.user } as const;
    const [reply] = await handle(person.says(CRISIS, { forward_origin }));
    expect(reply?.text).toContain(OWN);
  });
});
