import type { Chat, Message, Update } from 'grammy/types';
import pino from 'pino';
import { createAssistant } from '../../../src/answering/assistant.ts';
import type { Mind } from '../../../src/answering/mind.ts';
import { BOT, FAULTS, refuse } from '../../../src/stand-in/answers.ts';
import { BotApi } from '../../../src/stand-in/bot-api.ts';
import { ADMIN_RIGHTS } from '../../../src/stand-in/group-api.ts';
import { createPerson, type Person } from '../../../src/stand-in/person.ts';
import { createBot } from '../../../src/telegram/create-bot.ts';
import { FLOOD_LIMITS } from '../../../src/telegram/flood-gate.ts';
import { createReceiver } from '../../../src/telegram/receiving/receiver.ts';
import { createOutgoing } from '../../../src/telegram/sending/outgoing.ts';
import type { Act, Place } from './acts.ts';
import { type Law, textsOf } from './laws.ts';

const CHATS: Readonly<Record<Exclude<Place, 'private'>, object>> = {
  supergroup: { id: -1_001, type: 'supergroup', title: 'x' },
  forum: { id: -1_002, type: 'supergroup', title: 'x', is_forum: true },
  basic: { id: -3, type: 'group', title: 'x' },
  moved: { id: -4, type: 'group', title: 'x' },
};
const ANONYMOUS = { id: 1_087_968_824, is_bot: true, first_name: 'Group' } as const;
const HOW = {
  blocked: FAULTS.blocked,
  closed: refuse('Bad Request: TOPIC_CLOSED'),
  deaf: refuse('Forbidden: bot was kicked from the supergroup chat', 403),
} as const;

/** Rights may be taken away between two calls, and a button pressed twice before its message is gone. */
const NORMAL =
  /message can't be deleted|not enough rights to manage pinned|MESSAGE_NOT_COMMAND|deleteEphemeralMessage: .*MESSAGE_ID_INVALID/;

export interface Played {
  readonly updates: number;
  /** What went wrong, in words; empty when nothing did. */
  readonly wrong: readonly string[];
}

/** Plays acts to a new bot on a Bot API in memory; some at the same time. Collects what must not happen. */
export async function play(acts: readonly (readonly Act[])[], mind: Mind, law: Law): Promise<Played> {
  const wrong: string[] = [];
  const api = new BotApi();
  const bot = createBot(
    createAssistant(() => mind),
    {
      token: '7000000001:fuzz',
      botInfo: BOT,
      logger: pino(
        { level: 'error', base: null },
        { write: (line: string) => void (malformed || wrong.push(`logged: ${line.trim().slice(0, 400)}`)) },
      ),
      flood: { limits: { ...FLOOD_LIMITS, messages: 60 } },
      fetch: (async (url: string, { body }: { body: string }) => {
        const answer = api.call(url.split('/').at(-1) ?? '', JSON.parse(body));
        return { json: async () => answer };
      }) as never,
    },
  );
  const receiver = createReceiver({
    handle: (update) => bot.handleUpdate(update),
    outgoing: createOutgoing(),
    logger: pino({ level: 'silent' }),
  });
  const scene = createScene(api);
  let malformed = false;
  let updates = 0;
  for (const together of acts) {
    // What a malformed update does to its own handling may be logged; it must not reach any other.
    malformed = together.some((act) => act.do === 'raw');
    const made = together.flatMap((act) => scene.make(act) ?? []);
    updates += made.length;
    const before = api.calls.length;
    await receiver.take(made, 10_000);
    for (const { method, payload, answer } of api.calls.slice(before)) {
      if (answer === 'reset' || !answer.ok) continue;
      for (const text of textsOf(payload)) {
        const broken = law(text);
        if (broken) wrong.push(`${method} ${broken}: ${text.slice(0, 300)}`);
      }
    }
    const refused = api.violations.filter((each) => !NORMAL.test(each));
    if (!malformed) wrong.push(...refused.map((each) => `refused: ${each}`));
    api.violations.length = 0;
    if (wrong.length > 0) break;
  }
  return { updates, wrong };
}

/** People and groups, and how each act becomes an update. */
function createScene(api: BotApi) {
  const groups = Object.values(CHATS) as Chat[];
  const people = [1, 2, 3, 4].map((n) => ({
    private: createPerson(api, { id: 9_000 + n }),
    ...Object.fromEntries(
      groups.map((chat, i) => [Object.keys(CHATS)[i], createPerson(api, { id: 9_000 + n, chat })]),
    ),
  })) as Record<Place, Person>[];
  for (const { id } of groups) api.groups.promote(id, 9_001);
  api.chats.set(-1_005, { id: -1_005, type: 'supergroup', title: 'x' } as Chat);
  api.groups.moved.set(-4, -1_005);
  const past: Update[] = [];
  const person = (who: number, at: Place): Person => (people[who % 4] as Record<Place, Person>)[at];

  const buttonsAt = (at: Place, who: number): { data: string; message: Message }[] =>
    [...api.messages.values(), ...api.groups.whispers.values()]
      .filter(({ chat }) => chat.id === person(who, at).chat.id)
      // A whisper is seen by its reader alone.
      .filter(({ receiver_user: reader }) => !reader || reader.id === person(who, at).user.id)
      .reverse()
      .flatMap((message) =>
        (message.reply_markup?.inline_keyboard.flat() ?? []).flatMap((button) =>
          'callback_data' in button && button.callback_data ? [{ data: button.callback_data, message }] : [],
        ),
      );

  const update = (act: Act): Update | undefined => {
    switch (act.do) {
      case 'say':
        return person(act.who, act.at).says(act.text, topicOf(act.at));
      case 'edit':
        return person(act.who, act.at).edits(act.text, topicOf(act.at));
      case 'caption':
        return person(act.who, act.at).sends({ caption: act.text, photo: [] as never });
      case 'call': {
        const target = person(act.who + 1, act.at).says(act.target, topicOf(act.at)).message;
        return person(act.who, act.at).says(act.text, {
          ...topicOf(act.at),
          reply_to_message: target as never,
        });
      }
      case 'send':
        return person(act.who, act.at).sends({ [act.kind]: {} as never });
      case 'tap': {
        const buttons = buttonsAt(act.at, act.who);
        const button = buttons[act.button % Math.max(1, buttons.length)];
        return button && person(act.who, act.at).forges(button.data, button.message);
      }
      case 'forge':
        return person(act.who, act.at).forges(act.data);
      case 'type':
        return person(act.who, 'private').types(act.text.slice(0, 256));
      case 'summon':
        return person(act.who, act.at).summons(`@crps_answers_bot ${act.text}`);
      case 'whisper':
        // Only commands that are listed as whispered can be.
        return act.at === 'private' ? undefined : person(act.who, act.at).whispers(`/ask ${act.text}`);
      case 'anonymous': {
        const sender = act.own ? person(0, act.at).chat : { id: -1_000_777, type: 'channel', title: 'x' };
        return person(0, act.at).says(act.text, { from: ANONYMOUS, sender_chat: sender as never });
      }
      case 'rights': {
        const { chat } = person(0, act.at);
        if (chat.type === 'private') return undefined;
        const status = act.admin ? 'administrator' : 'member';
        api.groups.promote(chat.id, BOT.id, { status, ...ADMIN_RIGHTS } as never);
        const was = { status: act.admin ? 'member' : 'administrator', user: BOT } as never;
        return person(0, act.at).changes(was, api.groups.member(chat.id, BOT.id));
      }
      case 'forward':
        return person(0, act.at).says(act.text, {
          is_automatic_forward: true,
          sender_chat: { id: -7, type: 'channel', title: 'x' } as never,
        });
      case 'again':
        return past.at(-1 - act.back);
      case 'fail':
        api.failNext(act.method, HOW[act.how]);
        return undefined;
      case 'raw':
        return { update_id: 900_000 + past.length, ...(act.update as object) } as Update;
      default:
        return undefined;
    }
  };
  return {
    make(act: Act): Update | undefined {
      const made = update(act);
      if (made && act.do !== 'raw') past.push(made);
      return made;
    },
  };
}

function topicOf(at: Place): Partial<Message> {
  return at === 'forum' ? { message_thread_id: 7, is_topic_message: true } : {};
}
