import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/domain/stores.ts';
import { createMemoryStores } from '../../src/telegram/memory-stores.ts';
import { createGroup, type Group, KIM, MOD, replyTo, type Traced } from '../support/telegram/group.ts';
import { createSetting } from '../support/telegram/in-process.ts';

let stores: ReturnType<typeof createMemoryStores>;
let group: Group;
const start = (options: Parameters<typeof createGroup>[0] = {}) => {
  stores = createMemoryStores();
  group = createGroup({ setting: createSetting(undefined, { stores }), ...options });
};
beforeEach(() => start());
const last = () => group.texts.at(-1) ?? '';
const CHAT = -1_001_234_567;
const buttonsOf = (call: Traced | undefined) => (call?.['buttons'] ?? []) as string[];
const now = () => stores.groups.settingsOf(CHAT);

describe('/settings', () => {
  test('a button for each setting says how it is set', async () => {
    const calls = await group.calls(group.mod.says('/settings'));
    const captions = buttonsOf(calls.at(-1)).map((each) => each.split(' → ')[0]);
    expect(captions).toEqual([
      'Who may use /faq: everyone',
      'Pause for each member: 30 seconds',
      '“No answer”: gone in 10 minutes',
      'Same answer again: after 1 hour',
      'National helpline: none',
      'Tell admins of a crisis: no',
      'Keep open questions: yes',
      'Done',
    ]);
  });

  test('a press sets the next choice, and the message shows it', async () => {
    await group.calls(group.mod.says('/settings'));
    const calls = await group.calls(group.mod.taps('Who may use /faq: everyone'));
    expect(calls.map(({ method }) => method)).toEqual(['answerCallbackQuery', 'editMessageText']);
    expect(buttonsOf(calls[1])[0]).toMatch(/^Who may use \/faq: only admins/);
    expect(await now()).toEqual({ ...DEFAULT_SETTINGS, whoMayAsk: 'admins' });
    await group.calls(group.mod.taps('National helpline: none'));
    expect((await now()).helpline).toBe('helpline-us-canada');
    await group.calls(group.mod.taps('Tell admins of a crisis: no'));
    expect((await now()).tellAdmins).toBe(true);
    expect((await group.calls(group.mod.taps('Done'))).at(-1)).toMatchObject({ method: 'deleteMessage' });
  });

  test('every setting goes round through all its choices', async () => {
    await group.calls(group.mod.says('/settings'));
    for (let row = 0; row < 7; row += 1) {
      const seen: string[] = [];
      for (;;) {
        const [message] = [...group.setting.api.messages.values()];
        const caption = message?.reply_markup?.inline_keyboard[row]?.[0]?.text ?? '';
        if (seen.includes(caption)) break;
        seen.push(caption);
        await group.calls(group.mod.taps(caption));
      }
      expect(seen.length).toBeGreaterThan(1);
    }
    expect(await now()).toEqual(DEFAULT_SETTINGS);
  });

  test('only admins may call it, and only admins may press', async () => {
    const refused = await group.calls(group.kim.says('/settings'));
    expect(refused.map(({ method }) => method)).not.toContain('sendMessage');
    await group.calls(group.mod.says('/settings'));
    await group.calls(group.kim.taps('Who may use /faq: everyone'));
    expect(await now()).toEqual(DEFAULT_SETTINGS);
  });

  test('an anonymous admin may, by the real id behind the press, which nobody sees', async () => {
    await group.calls(group.anonymously('/settings'));
    await group.calls(group.mod.taps('Who may use /faq: everyone'));
    expect((await now()).whoMayAsk).toBe('admins');
    expect(JSON.stringify(group.setting.api.sent)).not.toContain(String(MOD));
    expect(group.setting.log.join('')).not.toContain(String(MOD));
  });

  test('writing as another group or channel is no right', async () => {
    const mask = { from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' } };
    const other = { id: -1_009, type: 'supergroup', title: 'Other' } as const;
    const calls = await group.calls(group.kim.says('/settings', { ...mask, sender_chat: other }));
    expect(calls).toEqual([]);
  });

  test('a bot that is an admin whispers them, and the presses edit the whisper', async () => {
    start({ admin: true });
    expect((await group.calls(group.mod.says('/settings'))).at(-1)).toMatchObject({ to: MOD });
    const calls = await group.calls(group.mod.taps('Who may use /faq: everyone'));
    expect(calls.at(-1)).toMatchObject({ method: 'editEphemeralMessageText', to: MOD });
  });

  test('who is an admin is asked once in five minutes', async () => {
    await group.calls(group.mod.says('/settings'));
    await group.calls(group.mod.says('/settings'), group.mod.taps('Done'));
    const asked = group.setting.api.calls.filter(({ payload }) => payload['user_id'] === MOD);
    expect(asked).toHaveLength(1);
  });
});

describe('what is set holds', () => {
  const call = (by = group.kim) => group.calls(by.says('/faq coma-dose', replyTo(group.mod.says('x'))));
  const sent = async (calls: ReturnType<typeof call>) =>
    (await calls).filter(({ method, to }) => method === 'sendMessage' && to === undefined).length;

  test('only admins', async () => {
    await stores.groups.change(CHAT, { whoMayAsk: 'admins' });
    expect(await sent(call())).toBe(0);
    expect(await sent(group.calls(group.kim.says('@crps_answers_bot tell me about coma-dose')))).toBe(0);
    expect(await sent(call(group.mod))).toBe(1);
    expect(await sent(group.calls(group.kim.says('/faq i want to kill myself')))).toBe(1);
  });

  test('no pause', async () => {
    await stores.groups.change(CHAT, { coolDownSeconds: 0, alreadyAnsweredMinutes: 0 });
    for (let i = 0; i < 3; i += 1) expect(await sent(call())).toBe(1);
  });

  test('a national helpline stands under crisis texts, and only there', async () => {
    await stores.groups.change(CHAT, { helpline: 'helpline-uk-ireland' });
    await group.calls(group.kim.says('i am going to kill myself tonight'));
    expect(last()).toContain('116 123');
    await call(group.mod);
    expect(last()).not.toContain('116 123');
  });

  test.each(['@crps_answers_bot he has stopped breathing', '/faq he has stopped breathing'])(
    'and not under the text for an emergency: %s',
    async (text) => {
      await stores.groups.change(CHAT, { helpline: 'helpline-uk-ireland' });
      await group.calls(group.kim.says(text));
      expect(last()).toMatch(/call your local emergency number/i);
      expect(last()).not.toContain('116 123');
    },
  );

  test('that admins cannot be told is said where it is switched on, and goes once they can be', async () => {
    const cannot = /^I cannot tell admins of a crisis here/m;
    await group.calls(group.mod.says('/settings'));
    expect(last()).not.toMatch(cannot);
    await group.calls(group.mod.taps('Tell admins of a crisis: no'));
    expect(last()).toMatch(cannot);
    await group.calls(group.mod.says('/settings'));
    expect(last()).toMatch(cannot);
    await group.calls(group.mod.says('/setup'));
    expect(last()).toMatch(cannot);
    group.setting.api.groups.promote(CHAT);
    await group.calls(group.mod.says('/setup'));
    expect(last()).not.toMatch(cannot);
    await group.calls(group.mod.says('/settings'));
    expect(last()).not.toMatch(cannot);
  });

  test('admins are told of a crisis by a whisper with a link, without a word of the message', async () => {
    start({ admin: true });
    await stores.groups.change(CHAT, { tellAdmins: true });
    const said = group.kim.says('i am going to kill myself tonight with my blue pills');
    const calls = await group.calls(said);
    const answer = [...group.setting.api.messages.values()].at(-1)?.message_id;
    expect(calls.filter(({ method }) => method === 'sendMessage')).toMatchObject([
      { replyTo: said.message?.message_id },
      { to: MOD, buttons: [`See the message → https://t.me/c/1234567/${answer}`] },
    ]);
    expect(group.texts.join()).not.toMatch(/blue|pills|Kim/);
    expect(JSON.stringify(group.setting.api.sent.at(-1))).not.toContain(String(KIM));
  });
});
