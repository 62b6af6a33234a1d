import { describe, expect, test } from 'vitest';
import { createSession, type Session } from '../../src/web/session.ts';
import type { RoomId, WireMessage } from '../../src/web/wire.ts';
import { shippedApp } from '../support/shipped.ts';

/* What the page shows comes from the calls of the bot: the same stand-in as in the Telegram tests. */

const start = (): Promise<Session> => createSession(() => shippedApp().mind());

function shown({ timeline }: Session, room: RoomId): WireMessage[] {
  const all = new Map<string, WireMessage>();
  for (const change of timeline.since(0)) {
    if (change.kind === 'put' && change.message.room === room) all.set(change.message.key, change.message);
    if (change.kind === 'delete' && change.room === room) all.delete(change.key);
  }
  return [...all.values()];
}

const newest = (session: Session, room: RoomId): WireMessage => {
  const message = shown(session, room).at(-1);
  if (!message) throw new Error('Nothing is shown.');
  return message;
};
const problems = ({ timeline }: Session) => timeline.since(0).filter(({ kind }) => kind === 'problem');

const dataOf = ({ buttons }: WireMessage, caption: string): string =>
  buttons.flat().find(({ text }) => text === caption)?.data ?? '';

const say = (session: Session, room: RoomId, as: string, text: string, more: object = {}) =>
  session.act({ do: 'say', room, as, text, ...more });

test('sample talk is not answered, and nothing goes wrong in it', async () => {
  const session = await start();
  expect(shown(session, 'group').map(({ from }) => from)).not.toContain('bot');
  expect(shown(session, 'forum').length).toBeGreaterThan(2);
  expect(problems(session)).toEqual([]);
});

test('/faq as a reply: the answer is a reply to the member, the call goes, an admin removes the answer', async () => {
  const session = await start();
  const question = shown(session, 'group').find(({ text }) => text.includes('per hour'));
  await say(session, 'group', 'mo', '/faq', { replyTo: question?.key });
  const answer = newest(session, 'group');
  expect(answer).toMatchObject({ from: 'bot', replyTo: question?.key, why: expect.any(Number) });
  expect(shown(session, 'group').some(({ text }) => text === '/faq')).toBe(false);
  await session.act({
    do: 'press',
    room: 'group',
    as: 'mo',
    key: answer.key,
    data: dataOf(answer, 'Remove'),
  });
  expect(shown(session, 'group').some(({ key }) => key === answer.key)).toBe(false);
  expect(problems(session)).toEqual([]);
});

test('/ask is whispered both ways, and only its sender may press under it', async () => {
  const session = await start();
  await say(session, 'group', 'kim', '/ask how much does it cost');
  const [call, answer] = shown(session, 'group').slice(-2);
  expect([call?.onlyFor, answer?.onlyFor]).toEqual(['kim', 'kim']);
  const press = {
    do: 'press',
    room: 'group',
    key: answer?.key ?? '',
    data: answer ? firstData(answer) : '',
  } as const;
  expect(await session.act({ ...press, as: 'rosa' })).toBeUndefined();
  expect(await session.act({ ...press, as: 'kim' })).toBeDefined();
  expect(problems(session)).toEqual([]);
});

function firstData({ buttons }: WireMessage): string {
  return buttons.flat().find(({ data }) => data !== undefined)?.data ?? '';
}

test('a plain member of a bot is not given talk, and cannot whisper unasked', async () => {
  const session = await start();
  await session.act({ do: 'rights', room: 'group', admin: false });
  await say(session, 'group', 'jo', 'I want to end my life tonight');
  expect(newest(session, 'group')).toMatchObject({ from: 'jo', unseen: true });
  await say(session, 'group', 'jo', '@crps_answers_bot does it help?');
  expect(newest(session, 'group')).toMatchObject({ from: 'bot' });
  await session.act({ do: 'rights', room: 'group', admin: true });
  await say(session, 'group', 'jo', 'I want to end my life tonight');
  expect(newest(session, 'group')).toMatchObject({ from: 'bot' });
  expect(problems(session)).toEqual([]);
});

describe('inline and guest mode', () => {
  test('a card that is picked is sent as shown, and its buttons have no chat', async () => {
    const session = await start();
    const acted = await session.act({
      do: 'type',
      room: 'elsewhere',
      as: 'kim',
      query: 'how much ketamine per hour',
    });
    const card = acted?.inline?.cards[0];
    expect(card?.text).toContain('10–90 mg per hour');
    await session.act({ do: 'send-card', room: 'elsewhere', as: 'kim', card: card?.id ?? '' });
    const sent = newest(session, 'elsewhere');
    expect(sent).toMatchObject({ from: 'kim', via: true, text: card?.text, entities: card?.entities });
    expect(problems(session)).toEqual([]);
  });

  test('the name of the bot summons it where it is not a member; other talk does not reach it', async () => {
    const session = await start();
    await say(session, 'elsewhere', 'kim', 'see you on Friday');
    expect(newest(session, 'elsewhere')).toMatchObject({ from: 'kim', unseen: true });
    await say(session, 'elsewhere', 'kim', '@crps_answers_bot how much ketamine per hour');
    expect(newest(session, 'elsewhere')).toMatchObject({ from: 'bot' });
    expect(problems(session)).toEqual([]);
  });
});

test('forum: the answer and what a press brings stay in the topic', async () => {
  const session = await start();
  await say(session, 'forum', 'rosa', '@crps_answers_bot whats the sucess rate', { topic: 20 });
  expect(newest(session, 'forum')).toMatchObject({ from: 'bot', topic: 20 });
  await say(session, 'forum', 'mo', '/menu', { topic: 21 });
  expect(newest(session, 'forum')).toMatchObject({ from: 'bot', topic: 21 });
  expect(session.timeline.since(0)).toContainEqual(expect.objectContaining({ kind: 'pin', room: 'forum' }));
  expect(problems(session)).toEqual([]);
});

test('a menu is edited in place; an edit of one’s own message shows as one', async () => {
  const session = await start();
  await say(session, 'private', 'kim', '/topics');
  const menu = newest(session, 'private');
  const data = firstData(menu);
  await session.act({ do: 'press', room: 'private', as: 'kim', key: menu.key, data });
  expect(newest(session, 'private')).toMatchObject({ key: menu.key, edited: true });
  await say(session, 'private', 'kim', 'hello');
  const own = shown(session, 'private').find(({ text }) => text === 'hello');
  await session.act({
    do: 'edit',
    room: 'private',
    as: 'kim',
    key: own?.key ?? '',
    text: 'I want to end my life',
  });
  expect(shown(session, 'private').find(({ key }) => key === own?.key)).toMatchObject({ edited: true });
  expect(newest(session, 'private')).toMatchObject({ from: 'bot' });
  expect(
    await session.act({ do: 'edit', room: 'private', as: 'kim', key: menu.key, text: 'x' }),
  ).toBeUndefined();
});

test('a deep link opens its answer; a press that opens the private chat says where', async () => {
  const session = await start();
  await say(session, 'private', 'kim', '/start awake-dose');
  expect(newest(session, 'private').text).toContain('10–90 mg per hour');
  await say(session, 'group', 'mo', '/faq coma-legality');
  const urls = newest(session, 'group')
    .buttons.flat()
    .flatMap(({ url }) => url ?? []);
  expect(urls).toContain('https://t.me/crps_answers_bot?start=coma-legality');
});

test('a press that changes nothing is no fault', async () => {
  const session = await start();
  await say(session, 'private', 'kim', '/topics');
  const { key } = newest(session, 'private');
  // A press of a button that leads to the page that is already shown changes nothing, and Telegram says so.
  await session.act({ do: 'press', room: 'private', as: 'kim', key, data: 'm:t' });
  expect(problems(session)).toEqual([]);
  expect(newest(session, 'private').key).toBe(key);
});

test('followers are told in order, until they leave', async () => {
  const session = await start();
  const seen: number[] = [];
  const leave = session.timeline.follow(({ seq }) => seen.push(seq));
  const before = session.timeline.since(0).length;
  await say(session, 'private', 'kim', 'hello');
  leave();
  await say(session, 'private', 'kim', 'bye');
  expect(seen[0]).toBe(before + 1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(session.timeline.since(seen.at(-1) ?? 0).length).toBeGreaterThan(0);
});
