import type { AnswerId } from './ids.ts';

/** Where a message came from and where its reply will be read. */
export const SURFACES = ['private', 'group', 'inline', 'guest', 'ephemeral', 'terminal', 'web'] as const;
export type Surface = (typeof SURFACES)[number];

/** What only one member sees (`ephemeral`) can be shown but not edited when it is longer: Telegram's limit there is 1024. */
export const WHISPER_CHARACTERS = 1000;

/** What stood in one of the bot's own messages, to which someone replies. */
export interface About {
  /** The answers in it, the main one first. Empty: no answer, or nobody knows any more which one. */
  readonly answers: readonly AnswerId[];
  /** Milliseconds since it was sent, where it was the text for self-administration. */
  readonly selfAdministrationAgo?: number;
}

/** One message put to the bot, in whatever way it came in. */
export interface Question {
  /** What the person wrote, as it came: any length, any characters. */
  readonly text: string;
  readonly surface: Surface;
  /** False for ordinary group talk that merely reached the bot: only an explicit threat to life is answered then. */
  readonly addressed: boolean;
  /** True for words that someone else wrote and this person passed on: what they tell happened to someone else. */
  readonly forwarded?: boolean;
  /** Whose memory a follow-up leans on: one person in one chat. Absent: the message stands alone. */
  readonly conversation?: string;
  /** The message of the bot that this one replies to: it goes before what the conversation was about. */
  readonly about?: About | undefined;
}

/** Surfaces that other people read over the member's shoulder: they get the short, public forms. */
export function isPublic(surface: Surface): boolean {
  return surface === 'group' || surface === 'inline' || surface === 'guest';
}
