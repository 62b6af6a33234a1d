import { sql } from 'kysely';
import { type AnswerId, answerId as asAnswerId } from '../domain/ids.ts';
import type { PostedCopy, PostedStore, RecallCounts } from '../domain/stores.ts';
import { cutPage, readCursor } from './cursor.ts';
import type { Database, NewRow, Row } from './tables.ts';

type Place = readonly [at: number, chatId: number, messageId: number, inlineId: string];
interface PageRequest {
  readonly after?: string | undefined;
  readonly limit: number;
}

const MOVED = 'the group became a supergroup';

export class Posted implements PostedStore {
  readonly #db: Database['db'];
  readonly #noticed = new Set<string>();

  constructor({ db }: Database) {
    this.#db = db;
  }

  async add(copy: PostedCopy): Promise<void> {
    if (!this.#noticed.has(copy.version)) await this.noticeVersion(copy.version, copy.at);
    const row = rowOf(copy);
    await this.#db
      .insertInto('posted_copy')
      .values(row)
      .onConflict((on) => on.columns(['chat_id', 'message_id', 'inline_id', 'answer_id']).doUpdateSet(row))
      .execute();
  }

  async newest(
    chatId: number,
    threadId: number | undefined,
    answerId: AnswerId,
    since: number,
  ): Promise<PostedCopy | undefined> {
    const row = await this.#db
      .selectFrom('posted_copy')
      .selectAll()
      .where('chat_id', '=', chatId)
      .where('thread_id', threadId === undefined ? 'is' : '=', threadId ?? null)
      .where('answer_id', '=', answerId)
      .where('at', '>=', since)
      .where('lost', '=', 0)
      .orderBy('at', 'desc')
      .orderBy('message_id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && copyOf(row);
  }

  async inMessage(chatId: number, messageId: number): Promise<readonly PostedCopy[]> {
    const rows = await this.#db
      .selectFrom('posted_copy')
      .selectAll()
      .where('chat_id', '=', chatId)
      .where('message_id', '=', messageId)
      .where('inline_id', '=', '')
      .orderBy('at')
      .orderBy('answer_id')
      .execute();
    return rows.map(copyOf);
  }

  async remove(chatId: number, messageId: number): Promise<void> {
    await this.#db
      .deleteFrom('posted_copy')
      .where('chat_id', '=', chatId)
      .where('message_id', '=', messageId)
      .where('inline_id', '=', '')
      .execute();
  }

  async migrate(from: number, to: number): Promise<void> {
    if (from === to) return;
    await this.#db
      .updateTable('posted_copy')
      .set({ lost: 1, reason: MOVED })
      .where('chat_id', '=', from)
      .where('inline_id', '=', '')
      .execute();
  }

  async noticeVersion(version: string, at: number): Promise<void> {
    await this.#db
      .insertInto('content_version')
      .values({ version, first_at: at })
      .onConflict((on) => on.doNothing())
      .execute();
    this.#noticed.add(version);
  }

  async noticeCorrection(answerId: AnswerId, corrected: string, version: string, at: number) {
    await this.noticeVersion(version, at);
    await this.#db
      .insertInto('correction')
      .values({ answer_id: answerId, corrected, version })
      .onConflict((on) => on.doNothing())
      .execute();
    const row = await this.#db
      .selectFrom('correction')
      .select('version')
      .where('answer_id', '=', answerId)
      .where('corrected', '=', corrected)
      .executeTakeFirstOrThrow();
    return row.version;
  }

  async outdated(answerId: AnswerId, version: string, page: PageRequest) {
    const rows = await this.#ofAnswer(answerId, page)
      .where('lost', '=', 0)
      .where((eb) => eb.or([eb('failed_for', 'is', null), eb('failed_for', '<>', version)]))
      .where('version', 'in', this.#versionsBefore(version))
      .execute();
    return cutPage(rows, page.limit, copyOf, placeOf);
  }

  async markCorrected(copy: PostedCopy, version: string): Promise<void> {
    await this.#mark(copy, { version, corrected_for: version, failed_for: null, reason: null });
  }

  async markFailed(copy: PostedCopy, version: string, reason: string): Promise<void> {
    await this.#mark(copy, { failed_for: version, reason });
  }

  async failed(answerId: AnswerId, version: string, page: PageRequest) {
    const rows = await this.#ofAnswer(answerId, page)
      .where('version', 'in', this.#versionsBefore(version))
      .where((eb) => eb.or([eb('lost', '=', 1), eb('failed_for', '=', version)]))
      .execute();
    return cutPage(rows, page.limit, (row) => ({ ...copyOf(row), reason: row.reason ?? '' }), placeOf);
  }

  async recallCounts(answerId: AnswerId, version: string): Promise<RecallCounts> {
    const rows = await this.#db
      .selectFrom('posted_copy')
      .select((eb) => [
        eb
          .case()
          .when('corrected_for', '=', version)
          .then('corrected')
          .when(eb.or([eb('lost', '=', 1), eb('failed_for', '=', version)]))
          .then('failed')
          .else('outdated')
          .end()
          .as('state'),
        'reason',
        eb.fn.countAll<number>().as('n'),
      ])
      .where('answer_id', '=', answerId)
      .where((eb) =>
        eb.or([eb('corrected_for', '=', version), eb('version', 'in', this.#versionsBefore(version))]),
      )
      .groupBy(['state', 'reason'])
      .execute();
    const sum = (state: string) => rows.reduce((n, row) => (row.state === state ? n + row.n : n), 0);
    const failed = rows.filter((row) => row.state === 'failed').map((row) => [row.reason ?? '', row.n]);
    return { outdated: sum('outdated'), corrected: sum('corrected'), failed: Object.fromEntries(failed) };
  }

  async forget(chatId: number): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('posted_copy')
      .where('chat_id', '=', chatId)
      .where('inline_id', '=', '')
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  #ofAnswer(answerId: AnswerId, { after, limit }: PageRequest) {
    const rows = this.#db
      .selectFrom('posted_copy')
      .selectAll()
      .where('answer_id', '=', answerId)
      .orderBy('at')
      .orderBy('chat_id')
      .orderBy('message_id')
      .orderBy('inline_id')
      .limit(limit + 1);
    if (after === undefined) return rows;
    const [at, chat, message, inline] = readCursor<Place>(after);
    return rows.where(
      sql<boolean>`(at, chat_id, message_id, inline_id) > (${at}, ${chat}, ${message}, ${inline})`,
    );
  }

  /** Versions first seen before `version` was; none when it was never noticed. */
  #versionsBefore(version: string) {
    return this.#db
      .selectFrom('content_version as earlier')
      .innerJoin('content_version as this', (join) => join.onRef('earlier.first_at', '<', 'this.first_at'))
      .select('earlier.version')
      .where('this.version', '=', version);
  }

  async #mark(copy: PostedCopy, change: Partial<Row<'posted_copy'>>): Promise<void> {
    const { chat_id, message_id, inline_id, answer_id } = rowOf(copy);
    await this.#db
      .updateTable('posted_copy')
      .set(change)
      .where('chat_id', '=', chat_id)
      .where('message_id', '=', message_id)
      .where('inline_id', '=', inline_id)
      .where('answer_id', '=', answer_id)
      .execute();
  }
}

function rowOf({ place, answerId, form, version, at }: PostedCopy): NewRow<'posted_copy'> {
  const where =
    'inlineId' in place
      ? { chat_id: 0, message_id: 0, inline_id: place.inlineId, thread_id: null }
      : {
          chat_id: place.chatId,
          message_id: place.messageId,
          inline_id: '',
          thread_id: place.threadId ?? null,
        };
  const fresh = { corrected_for: null, failed_for: null, reason: null, lost: 0 };
  return { ...where, ...fresh, answer_id: answerId, form, version, at };
}

function copyOf(row: Row<'posted_copy'>): PostedCopy {
  const place =
    row.inline_id === ''
      ? { chatId: row.chat_id, messageId: row.message_id, threadId: row.thread_id ?? undefined }
      : { inlineId: row.inline_id };
  const form = row.form === 'short' ? 'short' : 'full';
  return { place, answerId: asAnswerId(row.answer_id), form, version: row.version, at: row.at };
}

function placeOf(row: Row<'posted_copy'>): Place {
  return [row.at, row.chat_id, row.message_id, row.inline_id];
}
