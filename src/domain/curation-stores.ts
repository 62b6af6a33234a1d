import type { AnswerId } from './ids.ts';
import type { Page } from './page.ts';

/** Why a question was kept: nothing fitted, several did, or the answer was said not to be what was asked. */
export const UNANSWERED_KINDS = ['unknown', 'unsure', 'thumbs-down'] as const;
export type UnansweredKind = (typeof UNANSWERED_KINDS)[number];

/**
 * Who, without saying who: a keyed hash of a person, and the id of the key it was made with. Marks of one person under
 * two keys cannot be told from those of two people, so people are counted within one key only.
 */
export interface Mark {
  readonly key: string;
  readonly mark: string;
}

export interface UnansweredQuestion {
  /** After `scrubText`. */
  readonly text: string;
  /** The same for questions that are alike, made from the scrubbed text. Only a hash of it is stored. */
  readonly likeness: string;
  readonly kind: UnansweredKind;
  readonly bestGuess: AnswerId | undefined;
  readonly asker: Mark;
  /** Whether the asker said that curators may read it. */
  readonly released: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Questions that are alike, as curators see them. */
export interface UnansweredGroup {
  /** 22 characters of A-Z a-z 0-9 _ -, fit for a button. */
  readonly id: string;
  /** One to three of the texts that may be shown. */
  readonly texts: readonly string[];
  /** How often it was asked; the same person asking again counts once while the key of the mark lives. */
  readonly asked: number;
  readonly bestGuess: AnswerId | undefined;
  readonly lastAt: number;
}

/** What a curator made of a group. */
export type Verdict =
  | { readonly as: 'wording'; readonly answerId: AnswerId }
  | { readonly as: 'not-covered' }
  | { readonly as: 'ignored' };

export interface UnansweredCounts {
  readonly questions: number;
  readonly byKind: Readonly<Record<UnansweredKind, number>>;
  /** Groups that nobody may see yet, that wait for a curator, and that a curator has taken. */
  readonly groups: { readonly hidden: number; readonly open: number; readonly taken: number };
}

/** Questions without an answer, kept without anyone's identity, for 90 days. */
export interface UnansweredStore {
  /** `known`: this person asked alike under the same key already; it is not counted again. */
  add(question: UnansweredQuestion): Promise<'kept' | 'known'>;
  /** The asker lets curators read the question. False when it is not there (any more). */
  release(likeness: string, asker: Mark): Promise<boolean>;
  /**
   * Groups that wait for a curator, most asked first. A group is shown once two people asked alike under one key, or
   * an asker released a text; then only released texts are shown. `fresh` leaves out those that a digest showed.
   */
  open(page: {
    readonly after?: string | undefined;
    readonly limit: number;
    readonly fresh?: boolean;
  }): Promise<Page<UnansweredGroup>>;
  /** How many fresh groups there are, counted no further than `atMost`. Cheap enough to ask every few seconds. */
  countFresh(atMost: number): Promise<number>;
  /** A digest showed these groups. */
  markShown(ids: readonly string[]): Promise<void>;
  /**
   * A curator decided; `wording` and `not-covered` become a proposal in the same step. The first decision stands:
   * `before` holds it when there is one already. `texts` are those that may be shown. Undefined: there is no such group,
   * or nobody may see it.
   */
  take(
    id: string,
    verdict: Verdict,
    at: number,
  ): Promise<
    | {
        readonly proposal: string | undefined;
        readonly before: Verdict['as'] | undefined;
        readonly texts: readonly string[];
      }
    | undefined
  >;
  counts(): Promise<UnansweredCounts>;
  /** Deletes what one person asked under a key that still lives; returns how many questions. */
  forget(asker: Mark): Promise<number>;
  /** Deletes questions asked before a time, in steps; returns how many. */
  purge(before: number): Promise<number>;
  /** Makes the marks under keys that are gone random, so that no two questions can be laid to one person. */
  unlink(goneKeys: readonly string[]): Promise<void>;
}

export interface Tally {
  readonly answerId: AnswerId;
  /** The Monday, in UTC, as 2026-11-16. */
  readonly week: string;
  readonly helped: number;
  readonly notHelped: number;
}

/** Votes on answers: one for each person and answer, for as long as the key of the mark lives. */
export interface FeedbackStore {
  /** `changed`: the person voted otherwise before; that vote is replaced. `same`: nothing was to be done. */
  vote(vote: {
    readonly answerId: AnswerId;
    readonly voter: Mark;
    readonly helped: boolean;
    readonly at: number;
  }): Promise<'counted' | 'changed' | 'same'>;
  /** By answer and week, weeks from `from` on (a day such as 2026-11-16). */
  tallies(from?: string): Promise<readonly Tally[]>;
  /** Takes back the votes of one person under a key that still lives; returns how many. */
  forget(voter: Mark): Promise<number>;
  /** Adds the votes under keys that are gone to plain sums and deletes them. */
  fold(goneKeys: readonly string[]): Promise<void>;
}

/** A change of `intents/` or `content/` that a curator asked for. A person carries it out, never the bot. */
export interface Proposal {
  readonly id: string;
  readonly kind: 'wording' | 'not-covered';
  /** The answer that the wording belongs to; undefined for `not-covered`. */
  readonly answerId: AnswerId | undefined;
  readonly texts: readonly string[];
  readonly asked: number;
  readonly at: number;
  readonly done: { readonly outcome: 'accepted' | 'rejected'; readonly at: number } | undefined;
}

export interface ProposalStore {
  /** Returns the id. */
  add(proposal: Omit<Proposal, 'id' | 'done'>): Promise<string>;
  /** Oldest first. */
  list(state: 'open' | 'done' | 'all'): Promise<readonly Proposal[]>;
  /** False when it is not there or done already. */
  markDone(id: string, outcome: 'accepted' | 'rejected', at: number): Promise<boolean>;
  /** Deletes proposals made before a time; returns how many. */
  purge(before: number): Promise<number>;
}

/** What an export holds; `version` rises when the form changes. */
export interface StoreExport {
  readonly format: 'faq-bot-store';
  readonly version: 1;
  readonly groups: readonly {
    readonly chatId: number;
    readonly settings: Readonly<Record<string, unknown>>;
  }[];
  readonly proposals: readonly Proposal[];
}

/** Settings and proposals as one JSON document. Questions, votes and copies are not part of it. */
export interface StoreBackup {
  export(): Promise<StoreExport>;
  /** Replaces all settings and proposals by those of the export, in one transaction: all or nothing. */
  import(data: StoreExport): Promise<void>;
}
