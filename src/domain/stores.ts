import type { FeedbackStore, ProposalStore, StoreBackup, UnansweredStore } from './curation-stores.ts';
import type { AnswerId } from './ids.ts';
import type { Page } from './page.ts';
import type { CounterStore, InboxStore, KeyStore, LeaseStore } from './running-stores.ts';

/**
 * Everything that is remembered. Each method rejects when the store cannot be reached or written; callers that must
 * answer all the same go through `tolerate` of `storage/`.
 */
export interface Stores {
  readonly groups: GroupStore;
  readonly posted: PostedStore;
  readonly unanswered: UnansweredStore;
  readonly feedback: FeedbackStore;
  readonly proposals: ProposalStore;
  readonly backup: StoreBackup;
  readonly inbox: InboxStore;
  readonly counters: CounterStore;
  readonly keys: KeyStore;
  readonly leases: LeaseStore;
  /**
   * Deletes what has had its time: questions and proposals after 90 days, seen updates after 24 hours, keys at their
   * end and with them what linked a row to its writer. To be called every hour or so.
   */
  tidy(): Promise<void>;
  /** Resolves when the store can be read and written now; rejects otherwise. */
  check(): Promise<void>;
  /** Waits for what is being written, then lets go of the file or the connections. To be called last. */
  close(): Promise<void>;
}

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
  /** A national helpline, by its name in `content/notices.yaml`, shown under crisis texts; undefined for none. */
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
  /** The bot left the group for good, or someone asked: what it had chosen is deleted. */
  forget(chatId: number): Promise<void>;
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

/** How far the recall of one answer has come. */
export interface RecallCounts {
  /** Copies that still stand as they were before the correction. */
  readonly outdated: number;
  readonly corrected: number;
  /** Copies that cannot be edited, by the reason given to `markFailed`. */
  readonly failed: Readonly<Record<string, number>>;
}

/** Where answers were posted. */
export interface PostedStore {
  /** Adding the same answer in the same message again replaces what was known of it. */
  add(copy: PostedCopy): Promise<void>;
  /** The newest copy of an answer in a topic of a chat since a time. */
  newest(
    chatId: number,
    threadId: number | undefined,
    answerId: AnswerId,
    since: number,
  ): Promise<PostedCopy | undefined>;
  /** The answers that stand in one message, in their order. */
  inMessage(chatId: number, messageId: number): Promise<readonly PostedCopy[]>;
  /** A message was removed. */
  remove(chatId: number, messageId: number): Promise<void>;
  /**
   * A group became a supergroup. Its messages stay behind under the old id and their numbers mean other messages in
   * the new one, so the copies are kept as lost: no longer found by `newest`, and counted as failed in a recall.
   */
  migrate(from: number, to: number): Promise<void>;
  /** Remembers the order in which versions of the content came. To be called at start and after each reload. */
  noticeVersion(version: string, at: number): Promise<void>;
  /**
   * Remembers a `corrected:` date of an answer at the version that first had it, and returns that version, now and
   * after every restart. To be called for each answer with such a date, after `noticeVersion`.
   */
  noticeCorrection(answerId: AnswerId, corrected: string, version: string, at: number): Promise<string>;
  /**
   * Copies written from a version that came before `version` and neither corrected nor given up for it, oldest first.
   * A recall that marks each copy may ask for the first page again and again.
   */
  outdated(
    answerId: AnswerId,
    version: string,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Page<PostedCopy>>;
  /** The copy now reads as `version` has it. */
  markCorrected(copy: PostedCopy, version: string): Promise<void>;
  /** The copy cannot be edited; the reason is a short fixed phrase, never text of a member. */
  markFailed(copy: PostedCopy, version: string, reason: string): Promise<void>;
  /** The copies given up for `version`, for the report to curators. */
  failed(
    answerId: AnswerId,
    version: string,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Page<PostedCopy & { readonly reason: string }>>;
  recallCounts(answerId: AnswerId, version: string): Promise<RecallCounts>;
  /** Deletes every copy in a chat, for `/forget` in private and for groups that are left; returns how many. */
  forget(chatId: number): Promise<number>;
}
