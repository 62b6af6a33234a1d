import type { ChatMember } from 'grammy/types';
import { beforeEach, describe, expect, test } from 'vitest';
import type { NoticeId } from '../../src/domain/ids.ts';
import { blockText } from '../../src/domain/rich-text.ts';
import { BOT } from '../../src/stand-in/answers.ts';
import { createGroup, type Group, KIM, MOD } from '../support/telegram/group.ts';

let group: Group;
beforeEach(() => {
  group = createGroup();
});
const last = () => group.texts.at(-1) ?? '';
const says = (...ids: NoticeId[]): boolean =>
  ids.every((id) =>
    last().includes(group.setting.assistant.content.notices[id].body.map(blockText).join('\n\n')),
  );
const bot = (status: ChatMember['status'], more: Partial<ChatMember> = {}): ChatMember =>
  ({ status, user: BOT, ...more }) as ChatMember;
const GIVE =
  'Give me these rights → https://t.me/crps_answers_bot?startgroup=setup&admin=delete_messages+pin_messages';

describe('/setup says what is so, here and now', () => {
  test('no admin: what is missing, and the one tap that mends it', async () => {
    const calls = await group.calls(group.mod.says('/setup'));
    expect(calls.at(-1)).toMatchObject({ method: 'sendMessage', buttons: [GIVE] });
    expect(
      says(
        'setup',
        'setup-not-admin',
        'setup-privacy-on',
        'setup-inline-off',
        'setup-guest-off',
        'setup-whisper',
      ),
    ).toBe(true);
    expect(last()).toContain('I do not watch over your members');
  });

  test('an admin with all rights has no button; with some, the missing ones are named', async () => {
    group = createGroup({ admin: true });
    expect((await group.calls(group.mod.says('/setup'))).at(-1)).toEqual({
      method: 'sendMessage',
      chat: group.chat.id,
      to: MOD,
    });
    expect(says('setup-admin')).toBe(true);
    group.setting.api.groups.promote(group.chat.id, BOT.id, {
      can_delete_messages: false,
      can_pin_messages: true,
    });
    await group.calls(group.mod.says('/setup'));
    expect(says('setup-no-delete')).toBe(true);
    expect(says('setup-no-pin')).toBe(false);
  });

  test.each([
    ['inline mode', { supports_inline_queries: true }, 'setup-inline-on'],
    ['guest mode', { supports_guest_queries: true }, 'setup-guest-on'],
    ['privacy mode off', { can_read_all_group_messages: true }, 'setup-privacy-off'],
  ] as const)('%s is asked of Telegram anew', async (_, change, notice) => {
    group.setting.api.me = { ...BOT, ...change };
    await group.calls(group.mod.says('/setup'));
    expect(says(notice)).toBe(true);
  });

  test('a basic group; a group with topics', async () => {
    group = createGroup({ chat: { id: -55, type: 'group' } as never });
    await group.calls(group.mod.says('/setup'));
    expect(says('setup-basic-group')).toBe(true);
    group = createGroup({ chat: { is_forum: true } as never });
    await group.calls(group.mod.says('/setup'));
    expect(says('setup-topics')).toBe(true);
  });

  test('is for admins', async () => {
    expect((await group.calls(group.kim.says('/setup'))).map(({ method }) => method)).not.toContain(
      'sendMessage',
    );
  });
});

describe('when the place of the bot changes', () => {
  const change = (before: ChatMember, after: ChatMember) => group.calls(group.mod.changes(before, after));

  test('joining: it posts the same text, once', async () => {
    const calls = await change(bot('left'), bot('member'));
    expect(calls).toEqual([
      { method: 'getMe' },
      { method: 'sendMessage', chat: group.chat.id, buttons: [GIVE] },
    ]);
    expect(says('setup', 'setup-not-admin')).toBe(true);
  });

  test('becoming an admin: whispered to who made it one', async () => {
    group.setting.api.groups.promote(group.chat.id);
    const rights = { can_delete_messages: true, can_pin_messages: true };
    const calls = await change(bot('member'), bot('administrator', rights));
    expect(calls.at(-1)).toMatchObject({ method: 'sendMessage', to: MOD });
    expect(says('setup-admin')).toBe(true);
  });

  test.each([
    ['removed', bot('member'), bot('kicked')],
    ['demoted', bot('administrator'), bot('member')],
    [
      'added but muted',
      bot('left'),
      bot('restricted', { is_member: true, can_send_messages: false } as never),
    ],
  ])('%s: nothing is said', async (_, before, after) => {
    expect(await change(before, after)).toEqual([]);
  });

  test('rights are asked anew at once', async () => {
    await group.calls(group.mod.says('/setup'));
    group.setting.api.groups.promote(group.chat.id);
    await change(bot('member'), bot('administrator'));
    const calls = await group.calls(group.kim.says('/ask tell me about awake-dose'));
    expect(calls.filter(({ method }) => method === 'sendMessage')).toMatchObject([{ to: KIM }]);
  });

  test('"Give me these rights" ends in the same text', async () => {
    await group.calls(group.mod.says('/start@crps_answers_bot setup'));
    expect(says('setup', 'setup-not-admin')).toBe(true);
  });
});
