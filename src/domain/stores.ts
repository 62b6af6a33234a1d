import type { AnswerId } from './ids.ts';

/** What the admins of a group have chosen. `content/` has no say in it, and no choice turns a caveat off. */
export interface GroupSettings {
  /** Who may use /faq. */
  readonly whoMayAsk: 'everyone' | 'admins';
  /** Seconds between two /faq of one member; admins have none. */
  readonly coolDownSeconds: number;
  /** After so many minutes a "no answer" is removed; 0 leaves it. */
  readonly removeNoAnswersAfterMinutes: number;
  /** For so many minutes the same answer in the same topic gives a link to the earlier one; 0 never does. */
  readonly alreadyAnsweredMinutes: number;
  /** Id of a national helpline of `content/helplines.yaml`, shown under crisis texts; undefined for none. */
  readonly helpline: string | undefined;
  /** Whether admins are told, without the text, when an emergency or crisis text went out. */
  readonly tellAdmins: boolean;
  /** Whether unanswered questions of this group may be kept for the curators. */
  readonly keepUnanswered: boolean;
}

export const DEFAULT_SETTINGS: GroupSettings = {
  whoMayAsk: 'everyone',
  coolDownSeconds: 30,
  removeNoAnswersAfterMinutes: 10,
  alreadyAnsweredMinutes: 60,
  helpline: undefined,
  tellAdmins: false,
  keepUnanswered: true,
};

/** Settings by group. A group that has chosen nothing has the defaults. */
export interface GroupStore {
  settingsOf(chatId: number): Promise<GroupSettings>;
  change(chatId: number, change: Partial<GroupSettings>): Promise<GroupSettings>;
  /** A group became a supergroup and has a new id. Announced twice, so doing it again changes nothing. */
  migrate(from: number, to: number): Promise<void>;
}

/** An answer as it stands in a chat: enough to link to it and to mend it, and nothing of who asked or what. */
export interface PostedCopy {
  readonly place:
    | { readonly chatId: number; readonly threadId: number | undefined; readonly messageId: number }
    | { readonly inlineId: string };
  readonly answerId: AnswerId;
  readonly form: 'full' | 'short';
  /** Version of the content it was written from. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where answers were posted. */
export interface PostedStore {
  add(copy: PostedCopy): Promise<void>;
  /** The newest copy of an answer in a topic of a chat since a time. */
  newest(
    chatId: number,
    threadId: number | undefined,
    answerId: AnswerId,
    since: number,
  ): Promise<PostedCopy | undefined>;
  /** A message was removed. */
  remove(chatId: number, messageId: number): Promise<void>;
  migrate(from: number, to: number): Promise<void>;
}
