import type { Chat } from 'grammy/types';
import type { RoomId, WirePerson, WireView } from './wire.ts';

/** Someone in the sample chats. */
export interface Player extends WirePerson {
  readonly number: number;
}

export const KIM: Player = { id: 'kim', number: 2_000_001, name: 'Kim', admin: false };
export const ROSA: Player = { id: 'rosa', number: 2_000_002, name: 'Rosa', admin: false };
export const JO: Player = { id: 'jo', number: 2_000_003, name: 'Jo', admin: false };
export const MO: Player = { id: 'mo', number: 2_000_004, name: 'Mo', admin: true };

export const CAST: readonly Player[] = [KIM, ROSA, JO, MO];

/** The topics of the forum. Messages of the general topic carry no number. */
export const TOPICS = [
  { id: 0, name: 'General' },
  { id: 20, name: 'Treatments' },
  { id: 21, name: 'Introductions' },
] as const;

/** The chats as Telegram would describe them to the bot, and who is in them. */
export const CHATS: Readonly<Record<RoomId, { readonly chat: Chat; readonly people: readonly Player[] }>> = {
  private: { chat: { id: KIM.number, type: 'private', first_name: KIM.name }, people: [KIM] },
  group: {
    chat: { id: -1_001_234_567_890, type: 'supergroup', title: 'CRPS support' },
    people: CAST,
  },
  elsewhere: { chat: { id: ROSA.number, type: 'private', first_name: ROSA.name }, people: [KIM, ROSA] },
  forum: {
    chat: { id: -1_001_234_567_891, type: 'supergroup', title: 'CRPS forum', is_forum: true },
    people: CAST,
  },
};

/** What was said before anyone looks: sample members with sample messages. */
export const SEED: readonly {
  readonly room: RoomId;
  readonly by: Player;
  readonly text: string;
  readonly topic?: number;
}[] = [
  { room: 'group', by: JO, text: 'Morning all. Bad night again, the rain does it to my hand every time.' },
  { room: 'group', by: ROSA, text: 'Does anyone know how much ketamine they use per hour for the drip?' },
  { room: 'group', by: KIM, text: 'And what is this coma thing people keep mentioning? Is it even legal?' },
  { room: 'elsewhere', by: ROSA, text: 'Did your bot ever say whether it is done awake?' },
  { room: 'forum', by: JO, text: 'Welcome! Please keep questions about treatments in their topic.' },
  { room: 'forum', by: ROSA, text: 'whats the sucess rate of the infusions', topic: 20 },
  { room: 'forum', by: KIM, text: 'Hi, I am Kim, four years with CRPS in my left foot.', topic: 21 },
];

/** The name is put in by the session: it knows the bot. */
export function viewsFor(botName: string): readonly WireView[] {
  return [
    {
      id: 'private',
      room: 'private',
      as: KIM.id,
      name: 'Private chat',
      title: 'CRPS answers',
      subtitle: 'bot · you are Kim',
      samples: [
        { text: 'how much ketamine per hour?' },
        { text: 'and the coma one?', hint: 'a follow-up' },
        { text: 'whats the sucess rate', hint: 'with typos' },
        { text: 'will my insurance pay', hint: 'not in the document' },
        { text: 'is it good', hint: 'vague' },
        { text: "my chest hurts and I can't breathe", hint: 'safety first' },
      ],
    },
    {
      id: 'member',
      room: 'group',
      as: KIM.id,
      name: 'Group · member',
      title: 'CRPS support',
      subtitle: 'you are Kim, a member',
      samples: [
        { text: `@${botName} does it help?`, hint: 'by its name' },
        { text: '/ask how much does it cost', hint: 'only you see it' },
        { text: 'anyone up for a call tonight?', hint: 'not for the bot' },
        { by: ROSA.id, text: `@${botName} is it done in the US` },
        { by: JO.id, text: 'I cannot go on, I want to end my life tonight', hint: 'always answered' },
      ],
    },
    {
      id: 'moderator',
      room: 'group',
      as: MO.id,
      name: 'Group · moderator',
      title: 'CRPS support',
      subtitle: 'you are Mo, a moderator',
      samples: [
        { by: JO.id, text: 'how long does it take?', hint: 'answer it with /faq' },
        { by: KIM.id, text: 'which one', hint: 'vague: /faq whispers choices' },
        { text: '/settings', hint: 'admins' },
        { text: '/setup', hint: 'admins' },
        { text: '/menu', hint: 'posts and pins' },
      ],
    },
    {
      id: 'inline',
      room: 'elsewhere',
      as: KIM.id,
      name: 'Any chat (inline)',
      title: 'Rosa',
      subtitle: 'the bot is not in this chat',
      samples: [
        { text: `@${botName} awake or coma`, hint: 'pick a card' },
        { text: `@${botName} risks`, hint: 'pick a card' },
        { text: `@${botName} `, hint: 'the useful ones' },
      ],
    },
    {
      id: 'topics',
      room: 'forum',
      as: MO.id,
      name: 'Forum topics',
      title: 'CRPS forum',
      subtitle: 'you are Mo, a moderator',
      samples: [
        { by: JO.id, text: `@${botName} what are the side effects`, hint: 'answered in its topic' },
        { text: '/faq coma-legality', hint: 'by its id' },
        { text: '/link dose', hint: 'a line to paste' },
      ],
    },
  ];
}
