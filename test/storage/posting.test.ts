import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerId } from '../../src/domain/ids.ts';
import { DEFAULT_SETTINGS, type PostedCopy, type Stores } from '../../src/domain/stores.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { onBothDatabases, type TestDatabase } from './databases.ts';

const GROUP = -1_002_345_678_901;
const awake = answerId('awake-dose');
const coma = answerId('coma');

onBothDatabases('groups and posted copies', (create) => {
  let database: TestDatabase;
  let stores: Stores;

  beforeEach(async () => {
    database = await create();
    stores = await openStores(database.url);
  });

  afterEach(async () => {
    await stores.close();
    await database.drop();
  });

  const copy = (messageId: number, more: Partial<PostedCopy> = {}): PostedCopy => ({
    place: { chatId: GROUP, threadId: undefined, messageId },
    answerId: awake,
    form: 'short',
    version: 'v1',
    at: messageId,
    ...more,
  });

  describe('group settings', () => {
    test('a group that has chosen nothing has the defaults', async () => {
      expect(await stores.groups.settingsOf(GROUP)).toEqual(DEFAULT_SETTINGS);
      expect(await stores.groups.change(GROUP, {})).toEqual(DEFAULT_SETTINGS);
    });

    test('what is changed stays, the rest stays as it was', async () => {
      await stores.groups.change(GROUP, { helpline: 'de', tellAdmins: true, coolDownSeconds: 0 });
      const changed = await stores.groups.change(GROUP, { helpline: undefined, whoMayAsk: 'admins' });
      expect(changed).toEqual({
        ...DEFAULT_SETTINGS,
        tellAdmins: true,
        coolDownSeconds: 0,
        whoMayAsk: 'admins',
      });
      expect(await stores.groups.settingsOf(GROUP)).toEqual(changed);
      expect(await stores.groups.settingsOf(GROUP - 1)).toEqual(DEFAULT_SETTINGS);
    });

    test('two changes at once both stay', async () => {
      await Promise.all([
        stores.groups.change(GROUP, { coolDownSeconds: 1 }),
        stores.groups.change(GROUP, { alreadyAnsweredMinutes: 2 }),
      ]);
      expect(await stores.groups.settingsOf(GROUP)).toMatchObject({
        coolDownSeconds: 1,
        alreadyAnsweredMinutes: 2,
      });
    });

    test('a group keeps its settings when it becomes a supergroup, told twice', async () => {
      await stores.groups.change(-5, { coolDownSeconds: 7, tellAdmins: true });
      await stores.groups.migrate(-5, GROUP);
      await stores.groups.change(GROUP, { coolDownSeconds: 8 });
      await stores.groups.migrate(-5, GROUP);
      expect(await stores.groups.settingsOf(GROUP)).toMatchObject({ coolDownSeconds: 8, tellAdmins: true });
      expect(await stores.groups.settingsOf(-5)).toEqual(DEFAULT_SETTINGS);
      await stores.groups.forget(GROUP);
      expect(await stores.groups.settingsOf(GROUP)).toEqual(DEFAULT_SETTINGS);
    });
  });

  describe('the newest copy', () => {
    test('comes with what else stands in its message, in the order of the answers', async () => {
      await stores.posted.add(copy(10, { answerId: coma, at: 1 }));
      await stores.posted.add(copy(10, { answerId: awake, at: 2 }));
      await stores.posted.add(copy(11));
      const found = await stores.posted.inMessage(GROUP, 10);
      expect(found.map(({ answerId: id }) => id)).toEqual([coma, awake]);
      expect(await stores.posted.inMessage(GROUP - 1, 10)).toEqual([]);
    });

    test('is that of the answer in the topic of the chat', async () => {
      const inTopic = copy(20, { place: { chatId: GROUP, threadId: 3, messageId: 20 } });
      await stores.posted.add(copy(10));
      await stores.posted.add(copy(11));
      await stores.posted.add(inTopic);
      await stores.posted.add(copy(30, { answerId: coma }));
      await stores.posted.add(copy(40, { place: { inlineId: 'AbC' } }));
      expect(await stores.posted.newest(GROUP, undefined, awake, 0)).toEqual(copy(11));
      expect(await stores.posted.newest(GROUP, 3, awake, 0)).toEqual(inTopic);
      expect(await stores.posted.newest(GROUP, undefined, awake, 12)).toBeUndefined();
      await stores.posted.remove(GROUP, 11);
      expect(await stores.posted.newest(GROUP, undefined, awake, 0)).toEqual(copy(10));
    });

    test('is none after the group became a supergroup: its messages stayed behind', async () => {
      await stores.posted.add(copy(10, { place: { chatId: -5, threadId: undefined, messageId: 10 } }));
      await stores.posted.migrate(-5, GROUP);
      await stores.posted.migrate(-5, GROUP);
      expect(await stores.posted.newest(-5, undefined, awake, 0)).toBeUndefined();
      expect(await stores.posted.newest(GROUP, undefined, awake, 0)).toBeUndefined();
    });
  });

  describe('recall', () => {
    const all = async (version: string) =>
      (await stores.posted.outdated(awake, version, { limit: 100 })).items.map((item) => item.at);

    test('a correction belongs to the version that first had it, after restarts too', async () => {
      expect(await stores.posted.noticeCorrection(awake, '2026-11-01', 'v1', 1)).toBe('v1');
      expect(await stores.posted.noticeCorrection(awake, '2026-11-01', 'v2', 2)).toBe('v1');
      expect(await stores.posted.noticeCorrection(awake, '2026-11-09', 'v2', 2)).toBe('v2');
    });

    test('copies of versions before the correction are outdated, later ones and other answers are not', async () => {
      for (const [i, version] of ['v1', 'v2', 'v3', 'v4'].entries()) {
        await stores.posted.noticeVersion(version, 100 + i);
      }
      await stores.posted.add(copy(1, { version: 'v1' }));
      await stores.posted.add(copy(2, { version: 'v2', place: { inlineId: 'AbC' } }));
      await stores.posted.add(copy(3, { version: 'v3' }));
      await stores.posted.add(copy(4, { version: 'v4' }));
      await stores.posted.add(copy(5, { version: 'v1', answerId: coma }));
      // A rolling update: the old version still posted after the new one was noticed.
      await stores.posted.add(copy(6, { version: 'v2' }));
      expect(await all('v3')).toEqual([1, 2, 6]);
    });

    test('copies come in pages, and a marked one does not come again', async () => {
      for (let i = 1; i <= 5; i += 1) await stores.posted.add(copy(i, { at: 7 }));
      await stores.posted.noticeVersion('v2', 50);
      const first = await stores.posted.outdated(awake, 'v2', { limit: 2 });
      const second = await stores.posted.outdated(awake, 'v2', { limit: 2, after: first.next });
      const third = await stores.posted.outdated(awake, 'v2', { limit: 2, after: second.next });
      const pages = [first, second, third].map((page) => page.items.map((item) => item.place));
      const place = (messageId: number) => ({ chatId: GROUP, threadId: undefined, messageId });
      expect(pages).toEqual([[place(1), place(2)], [place(3), place(4)], [place(5)]]);
      expect(third.next).toBeUndefined();

      await stores.posted.markCorrected(copy(1), 'v2');
      await stores.posted.markFailed(copy(2), 'v2', 'the bot was removed');
      await stores.posted.markFailed(copy(3), 'v2', 'the message is gone');
      const left = await stores.posted.outdated(awake, 'v2', { limit: 9 });
      expect(left.items.map((item) => item.place)).toEqual([place(4), place(5)]);
      expect(await stores.posted.recallCounts(awake, 'v2')).toEqual({
        outdated: 2,
        corrected: 1,
        failed: { 'the bot was removed': 1, 'the message is gone': 1 },
      });
      const failed = await stores.posted.failed(awake, 'v2', { limit: 9 });
      expect(failed.items.map((item) => item.reason)).toEqual(['the bot was removed', 'the message is gone']);
    });

    test('a later correction tries again what failed, and corrects what was corrected', async () => {
      await stores.posted.add(copy(1));
      await stores.posted.add(copy(2));
      await stores.posted.noticeVersion('v2', 50);
      await stores.posted.markCorrected(copy(1), 'v2');
      await stores.posted.markFailed(copy(2), 'v2', 'no');
      await stores.posted.noticeVersion('v3', 60);
      expect(await all('v3')).toEqual([1, 2]);
    });

    test('what a lost group held is counted as failed', async () => {
      await stores.posted.add(copy(1, { place: { chatId: -5, threadId: undefined, messageId: 1 } }));
      await stores.posted.migrate(-5, GROUP);
      await stores.posted.noticeVersion('v2', 50);
      expect(await all('v2')).toEqual([]);
      expect(await stores.posted.recallCounts(awake, 'v2')).toEqual({
        outdated: 0,
        corrected: 0,
        failed: { 'the group became a supergroup': 1 },
      });
    });

    test('an unknown version makes nothing outdated', async () => {
      await stores.posted.add(copy(1));
      expect(await all('never-noticed')).toEqual([]);
    });

    test('a private chat is forgotten, others are not', async () => {
      await stores.posted.add(copy(1, { place: { chatId: 77, threadId: undefined, messageId: 1 } }));
      await stores.posted.add(copy(2));
      expect(await stores.posted.forget(77)).toBe(1);
      expect(await stores.posted.newest(77, undefined, awake, 0)).toBeUndefined();
      expect(await stores.posted.newest(GROUP, undefined, awake, 0)).toBeDefined();
    });
  });
});
