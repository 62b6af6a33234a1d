import type { Kysely } from 'kysely';
import type { Database } from '../tables.ts';
import { createTable } from './create-table.ts';

/** The tables as `tables.ts` describes them. The same statements for both databases, save for the one serial number. */
export async function firstTables(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  await curation(db);
  await posting(db);
  await running(db, kind);
}

async function curation(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await createTable(db, 'unanswered_group', ['id'], {
    id: 'text',
    state: 'integer',
    shared: 'integer',
    shown: 'integer',
    asked: 'bigint',
    guess: 'text?',
    last_at: 'bigint',
    verdict: 'text?',
  });
  await schema
    .createIndex('unanswered_group_open')
    .on('unanswered_group')
    .columns(['state', 'asked', 'id'])
    .execute();
  await schema
    .createIndex('unanswered_group_fresh')
    .on('unanswered_group')
    .columns(['state', 'shown', 'asked', 'id'])
    .execute();
  await createTable(db, 'unanswered', ['group_id', 'key_id', 'mark'], {
    group_id: 'text',
    key_id: 'text',
    mark: 'text',
    text: 'text',
    kind: 'text',
    released: 'integer',
    at: 'bigint',
  });
  await schema.createIndex('unanswered_at').on('unanswered').column('at').execute();
  await schema.createIndex('unanswered_kind').on('unanswered').column('kind').execute();
  await schema.createIndex('unanswered_asker').on('unanswered').columns(['key_id', 'mark']).execute();
  await createTable(db, 'vote', ['answer_id', 'key_id', 'mark'], {
    answer_id: 'text',
    key_id: 'text',
    mark: 'text',
    week: 'text',
    helped: 'integer',
    changes: 'integer',
  });
  await schema.createIndex('vote_sum').on('vote').columns(['answer_id', 'week', 'helped']).execute();
  await schema.createIndex('vote_voter').on('vote').columns(['key_id', 'mark']).execute();
  await createTable(db, 'tally', ['answer_id', 'week'], {
    answer_id: 'text',
    week: 'text',
    helped: 'bigint',
    not_helped: 'bigint',
  });
  await createTable(db, 'proposal', ['id'], {
    id: 'text',
    kind: 'text',
    answer_id: 'text?',
    texts: 'text',
    asked: 'bigint',
    at: 'bigint',
    outcome: 'text?',
    done_at: 'bigint?',
  });
}

async function posting(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await createTable(db, 'group_setting', ['chat_id', 'name'], {
    chat_id: 'bigint',
    name: 'text',
    value: 'text',
  });
  await createTable(db, 'posted_copy', ['chat_id', 'message_id', 'inline_id', 'answer_id'], {
    chat_id: 'bigint',
    message_id: 'bigint',
    inline_id: 'text',
    answer_id: 'text',
    thread_id: 'bigint?',
    form: 'text',
    version: 'text',
    at: 'bigint',
    corrected_for: 'text?',
    failed_for: 'text?',
    reason: 'text?',
    lost: 'integer',
  });
  await schema
    .createIndex('posted_copy_newest')
    .on('posted_copy')
    .columns(['chat_id', 'answer_id', 'at'])
    .execute();
  await schema
    .createIndex('posted_copy_recall')
    .on('posted_copy')
    .columns(['answer_id', 'at', 'chat_id', 'message_id', 'inline_id'])
    .execute();
  await createTable(db, 'content_version', ['version'], { version: 'text', first_at: 'bigint' });
  await createTable(db, 'correction', ['answer_id', 'corrected'], {
    answer_id: 'text',
    corrected: 'text',
    version: 'text',
  });
}

async function running(db: Kysely<unknown>, kind: Database['kind']): Promise<void> {
  const { schema } = db;
  await createTable(db, 'inbox', ['seq'], {
    seq: kind === 'postgres' ? 'bigserial' : 'integer',
    update_id: 'bigint',
    chat: 'text?',
    sealed: 'text?',
    taken_at: 'bigint',
    owner: 'text?',
    held_until: 'bigint',
    attempts: 'integer',
    finished: 'integer',
  });
  await schema.createIndex('inbox_update').unique().on('inbox').column('update_id').execute();
  await schema.createIndex('inbox_order').on('inbox').columns(['finished', 'chat', 'seq']).execute();
  await schema.createIndex('inbox_taken').on('inbox').column('taken_at').execute();
  await createTable(db, 'counter', ['name', 'day'], { name: 'text', day: 'text', n: 'bigint' });
  await createTable(db, 'hash_key', ['purpose'], {
    purpose: 'text',
    id: 'text',
    secret: 'text',
    until: 'bigint',
  });
  await createTable(db, 'gone_key', ['id'], { id: 'text' });
  await createTable(db, 'lease', ['name'], { name: 'text', owner: 'text', until: 'bigint' });
}
