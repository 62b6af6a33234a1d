import type { Generated, Insertable, Kysely, Selectable } from 'kysely';

/**
 * Columns hold text, whole numbers or null only, so that both databases store and return the same. Times are
 * milliseconds since 1970, yes and no are 1 and 0.
 */
export interface Tables {
  group_setting: { chat_id: number; name: string; value: string };
  /** A message of a chat has `inline_id` '', an inline message has `chat_id` and `message_id` 0. */
  posted_copy: {
    chat_id: number;
    message_id: number;
    inline_id: string;
    answer_id: string;
    thread_id: number | null;
    form: string;
    version: string;
    at: number;
    corrected_for: string | null;
    failed_for: string | null;
    reason: string | null;
    lost: number;
  };
  content_version: { version: string; first_at: number };
  correction: { answer_id: string; corrected: string; version: string };
  /** `state`: 0 hidden, 1 open, 2 taken. `shared`: two people asked alike under one key. */
  unanswered_group: {
    id: string;
    state: number;
    shared: number;
    shown: number;
    asked: number;
    guess: string | null;
    last_at: number;
    verdict: string | null;
  };
  unanswered: {
    group_id: string;
    key_id: string;
    mark: string;
    text: string;
    kind: string;
    released: number;
    at: number;
  };
  vote: {
    answer_id: string;
    key_id: string;
    mark: string;
    week: string;
    helped: number;
    changes: number;
  };
  tally: { answer_id: string; week: string; helped: number; not_helped: number };
  proposal: {
    id: string;
    kind: string;
    answer_id: string | null;
    texts: string;
    asked: number;
    at: number;
    outcome: string | null;
    done_at: number | null;
  };
  /** `seq` is given by the database. A finished row keeps `update_id` and `taken_at` only. */
  inbox: {
    seq: Generated<number>;
    update_id: number;
    chat: string | null;
    sealed: string | null;
    taken_at: number;
    owner: string | null;
    held_until: number;
    attempts: number;
    finished: number;
  };
  counter: { name: string; day: string; n: number };
  gone_key: { id: string };
  hash_key: { purpose: string; id: string; secret: string; until: number };
  lease: { name: string; owner: string; until: number };
}

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** An open database of either kind. */
export interface Database {
  readonly kind: 'embedded' | 'postgres';
  readonly db: Kysely<Tables>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
