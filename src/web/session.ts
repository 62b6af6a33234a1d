import { randomUUID } from 'node:crypto';
import type { Message, Update } from 'grammy/types';
import { pino } from 'pino';
import { createAssistant } from '../answering/assistant.ts';
import type { Mind } from '../answering/mind.ts';
import type { Outcome } from '../answering/respond.ts';
import { BOT } from '../stand-in/answers.ts';
import { BotApi } from '../stand-in/bot-api.ts';
import { createPerson, type Person } from '../stand-in/person.ts';
import { createStandInFetch } from '../stand-in/stand-in-fetch.ts';
import { createBot } from '../telegram/create-bot.ts';
import { publishProfile } from '../telegram/publish-profile.ts';
import { CAST, CHATS, MO, type Player, SEED, TOPICS, viewsFor } from './cast.ts';
import { describeWhy } from './describe-why.ts';
import { hears } from './hears.ts';
import type { PageAction } from './read-action.ts';
import { type Doing, recordCall } from './record-call.ts';
import { Timeline } from './timeline.ts';
import { toUpdate } from './to-update.ts';
import { type Acted, type Opening, ROOMS, type RoomId, type Why, type WireCommand } from './wire.ts';

/** The chats of one page: a bot of its own, and the Bot API in memory that it talks to. */
export interface Session {
  readonly id: string;
  readonly timeline: Timeline;
  readonly opening: () => Opening;
  /** Does what a person does. Undefined when there is no such person, message or card, or the session is full. */
  readonly act: (action: PageAction) => Promise<Pick<Acted, 'inline'> | undefined>;
  /** The reasons of an answer; undefined for a number that was never given. */
  readonly why: (number: number) => Why | undefined;
}

/** Everything that the steps of a session share. */
export interface Stage {
  readonly api: BotApi;
  readonly timeline: Timeline;
  /** Someone in a room, by id. Undefined for who is not there. */
  readonly person: (room: RoomId, id: string) => Person | undefined;
  /** Messages of people, as the bot was given them. */
  readonly said: Map<string, Message>;
}

const ME = { ...BOT, supports_inline_queries: true, supports_guest_queries: true };

/** So many calls the bot may make for one page: what a session holds stays bounded. */
const MOST_CALLS = 10_000;

/** Level of pino from which on the page tells what the bot logged. */
const TELLING = 40;

/** Opens the chats, with what the sample members have said in them. */
export async function createSession(mind: () => Mind): Promise<Session> {
  const api = new BotApi();
  api.me = ME;
  const timeline = new Timeline();
  let doing: Doing | undefined;
  const reasons: { readonly text: string; readonly outcome: Outcome }[] = [];
  const noteReason = (text: string, outcome: Outcome): Outcome => {
    if (doing) doing.why = reasons.push({ text, outcome }) - 1;
    return outcome;
  };

  const plain = createAssistant(mind);
  const assistant = {
    ...plain,
    get content() {
      return plain.content;
    },
    ask: (question: Parameters<typeof plain.ask>[0]) => noteReason(question.text, plain.ask(question)),
    guard: (question: Parameters<typeof plain.guard>[0]) => {
      const outcome = plain.guard(question);
      return outcome && noteReason(question.text, outcome);
    },
  };

  const recorder = { timeline, roomOf, playerOf };
  const bot = createBot(assistant, {
    token: `${BOT.id}:page`,
    botInfo: ME,
    logger: pino(
      { level: 'warn', base: null },
      {
        write: (line: string) => {
          const { level, msg } = JSON.parse(line) as { level: number; msg: string };
          if (level >= TELLING) timeline.add({ kind: 'problem', text: `The bot logged: ${msg}` });
        },
      },
    ),
    fetch: createStandInFetch({
      call: (method, payload) => {
        const answer = api.call(method, payload);
        recordCall(recorder, { method, payload, answer }, doing);
        for (const text of api.violations.splice(0)) {
          timeline.add({ kind: 'problem', text: `Telegram would refuse this: ${text}` });
        }
        return answer;
      },
    }),
  });
  await publishProfile(bot.api, assistant);

  const people = new Map<string, Person>();
  for (const room of ROOMS) {
    for (const { id, number, name, admin } of CHATS[room].people) {
      people.set(`${room}/${id}`, createPerson(api, { id: number, name, chat: CHATS[room].chat }));
      if (admin) api.groups.promote(CHATS[room].chat.id, number);
    }
  }
  // The bot has not joined this one: it cannot write there.
  api.chats.delete(CHATS.elsewhere.chat.id);
  for (const room of ['group', 'forum'] as const) api.groups.promote(CHATS[room].chat.id);
  const stage: Stage = {
    api,
    timeline,
    said: new Map(),
    person: (room, id) => people.get(`${room}/${id}`),
  };

  const setRights = (room: RoomId, admin: boolean): Update | undefined => {
    const { id } = CHATS[room].chat;
    const before = api.groups.member(id, BOT.id);
    if (admin) api.groups.promote(id);
    else api.groups.demote(id);
    timeline.add({ kind: 'rights', room, admin });
    return stage.person(room, MO.id)?.changes(before, api.groups.member(id, BOT.id));
  };

  const perform: Session['act'] = async (action) => {
    if (timeline.full || api.calls.length > MOST_CALLS) return undefined;
    const made = action.do === 'rights' ? undefined : toUpdate(stage, action);
    const update = action.do === 'rights' ? setRights(action.room, action.admin) : made?.update;
    if (!update) {
      if (made?.shown) timeline.add({ kind: 'put', message: made.shown });
      return made ? {} : undefined;
    }
    const now: Doing = { room: action.room, ...(made?.pressed ? { pressed: made.pressed } : {}) };
    if (made?.shown) {
      const seen = hears(update, api, ME);
      timeline.add({ kind: 'put', message: { ...made.shown, ...(seen ? {} : { unseen: true }) } });
      if (!seen) return {};
    }
    doing = now;
    try {
      await bot.handleUpdate(update);
    } finally {
      doing = undefined;
    }
    const shown = made?.shown && timeline.find(made.shown.room, made.shown.key);
    if (shown && now.why !== undefined && now.why !== shown.why) {
      timeline.add({ kind: 'put', message: { ...shown, why: now.why } });
    }
    const press = update.callback_query?.id;
    if (press !== undefined && api.presses.get(press) === 0) {
      timeline.add({
        kind: 'problem',
        text: 'The bot did not answer this press: Telegram would keep waiting.',
      });
    }
    return now.inline ? { inline: now.inline } : {};
  };

  // One after the other: what the bot does is put down to the action that it came from.
  let last: Promise<unknown> = Promise.resolve();
  const act: Session['act'] = (action) => {
    const done = last.then(() => perform(action));
    last = done.catch(() => {});
    return done;
  };
  for (const { room, by, text, topic } of SEED) {
    await act({ do: 'say', room, as: by.id, text, ...(topic === undefined ? {} : { topic }) });
  }

  const id = randomUUID();
  const commandsOf = (scope: string) => (api.lists.get(scope) ?? []) as WireCommand[];
  return {
    id,
    timeline,
    act,
    opening: () => ({
      session: id,
      bot: { name: ME.first_name, username: ME.username, description: api.description },
      people: CAST.map(({ id: person, name, admin }) => ({ id: person, name, admin })),
      views: viewsFor(ME.username),
      topics: TOPICS,
      commands: {
        private: commandsOf('default'),
        member: commandsOf('all_group_chats'),
        admin: commandsOf('all_chat_administrators'),
      },
      changes: timeline.since(0),
    }),
    why: (number) => {
      const reason = reasons[number];
      return reason && describeWhy(mind(), reason.text, reason.outcome);
    },
  };
}

function roomOf(chatId: unknown): RoomId | undefined {
  return ROOMS.find((room) => CHATS[room].chat.id === Number(chatId));
}

function playerOf(userId: unknown): string | undefined {
  return CAST.find(({ number }: Player) => number === userId)?.id;
}
