import fc from 'fast-check';

export const PLACES = ['private', 'supergroup', 'forum', 'basic', 'moved'] as const;
export type Place = (typeof PLACES)[number];

/** Something that someone does: plain data, so that a run that fails can be made smaller and played again. */
export type Act =
  | {
      readonly do: 'say' | 'edit' | 'caption';
      readonly who: number;
      readonly at: Place;
      readonly text: string;
    }
  | {
      readonly do: 'call';
      readonly who: number;
      readonly at: Place;
      readonly text: string;
      /** The message that the call is a reply to. */
      readonly target: string;
    }
  | { readonly do: 'send'; readonly who: number; readonly at: Place; readonly kind: string }
  /** Presses one of the buttons that can be seen, counted from the newest. */
  | { readonly do: 'tap'; readonly who: number; readonly at: Place; readonly button: number }
  | { readonly do: 'forge'; readonly who: number; readonly at: Place; readonly data: string }
  | { readonly do: 'type'; readonly who: number; readonly text: string }
  | { readonly do: 'summon' | 'whisper'; readonly who: number; readonly at: Place; readonly text: string }
  | { readonly do: 'anonymous'; readonly at: Place; readonly text: string; readonly own: boolean }
  | { readonly do: 'rights'; readonly at: Place; readonly admin: boolean }
  | { readonly do: 'forward'; readonly at: Place; readonly text: string }
  | { readonly do: 'again'; readonly back: number }
  | { readonly do: 'fail'; readonly method: string; readonly how: 'blocked' | 'closed' | 'deaf' }
  /** An update of any form, as nobody would send it. */
  | { readonly do: 'raw'; readonly update: unknown };

const COMMANDS = [
  'start',
  'help',
  'faq',
  'ask',
  'topics',
  'source',
  'privacy',
  'safety',
  'link',
  'menu',
  'setup',
  'settings',
  'unknowncommand',
];
const SENT = [
  'sticker',
  'photo',
  'voice',
  'location',
  'poll',
  'contact',
  'pinned_message',
  'new_chat_members',
];
const METHODS = ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'deleteMessage', 'getChatMember'];

/** Texts of all kinds. @param real questions as people write them, and ids of answers */
export function anyText(real: readonly string[], ids: readonly string[]): fc.Arbitrary<string> {
  const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...real) },
    { weight: 2, arbitrary: fc.constantFrom(...ids) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '1',
        '2',
        '0',
        'the second',
        'and the dose?',
        'none',
        '?',
        '@crps_answers_bot',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  );
  const command = fc
    .tuple(fc.constantFrom(...COMMANDS), fc.constantFrom('', '@crps_answers_bot', '@other_bot'), word)
    .map(([name, to, rest]) => `/${name}${to} ${rest}`);
  const many = fc
    .tuple(word, fc.integer({ min: 2, max: 400 }))
    .map(([text, n]) => `${text} `.repeat(n).slice(0, 4_096));
  return fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 4, arbitrary: command },
    { weight: 2, arbitrary: fc.tuple(word, word).map((words) => words.join('\n')) },
    { weight: 1, arbitrary: many },
  );
}

/** Everything that can happen to the bot. */
export function anyAct(text: fc.Arbitrary<string>): fc.Arbitrary<Act> {
  const who = fc.nat(3);
  const at = fc.constantFrom(...PLACES);
  const act = <Name extends Act['do']>(name: Name, rest: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record({ do: fc.constant(name), ...rest }) as fc.Arbitrary<unknown> as fc.Arbitrary<Act>;
  return fc.oneof(
    { weight: 10, arbitrary: act('say', { who, at, text }) },
    { weight: 2, arbitrary: act('edit', { who, at, text }) },
    { weight: 1, arbitrary: act('caption', { who, at, text }) },
    { weight: 4, arbitrary: act('call', { who, at, text, target: text }) },
    { weight: 1, arbitrary: act('send', { who, at, kind: fc.constantFrom(...SENT) }) },
    { weight: 6, arbitrary: act('tap', { who, at, button: fc.nat(40) }) },
    { weight: 2, arbitrary: act('forge', { who, at, data: anyData() }) },
    { weight: 3, arbitrary: act('type', { who, text }) },
    { weight: 2, arbitrary: act('summon', { who, at, text }) },
    { weight: 2, arbitrary: act('whisper', { who, at, text }) },
    { weight: 1, arbitrary: act('anonymous', { at, text, own: fc.boolean() }) },
    { weight: 1, arbitrary: act('rights', { at, admin: fc.boolean() }) },
    { weight: 1, arbitrary: act('forward', { at, text }) },
    { weight: 1, arbitrary: act('again', { back: fc.nat(10) }) },
    {
      weight: 1,
      arbitrary: act('fail', {
        method: fc.constantFrom(...METHODS),
        how: fc.constantFrom('blocked', 'closed', 'deaf'),
      }),
    },
    { weight: 1, arbitrary: act('raw', { update: anyUpdate() }) },
  );
}

function anyData(): fc.Arbitrary<string> {
  const part = fc.constantFrom(
    'm',
    'n',
    'a',
    't',
    'g',
    's',
    'x',
    'p',
    'r',
    'k',
    'w',
    'awake-dose',
    '1',
    '-1',
    '999999',
    '__proto__',
  );
  return fc.oneof(
    fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(':').slice(0, 64)),
    fc.string({ unit: 'binary', maxLength: 16 }),
  );
}

/** The right names with anything in them. */
function anyUpdate(): fc.Arbitrary<unknown> {
  const value = fc.oneof(
    fc.constantFrom<unknown>(null, 0, -1, '', 'x', true, [], {}),
    fc.record({ id: fc.integer(), type: fc.constantFrom('private', 'group', 'supergroup', 'channel', 'x') }),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const names = [
    'chat',
    'from',
    'text',
    'entities',
    'message_id',
    'caption',
    'reply_to_message',
    'sender_chat',
    'data',
    'message',
    'id',
    'query',
  ];
  const content = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });
  const kind = fc.constantFrom(
    'message',
    'edited_message',
    'callback_query',
    'inline_query',
    'guest_message',
    'my_chat_member',
    'channel_post',
    'poll',
    'zzz',
  );
  return fc.dictionary(kind, fc.oneof({ weight: 4, arbitrary: content }, { weight: 1, arbitrary: value }), {
    maxKeys: 2,
  });
}
