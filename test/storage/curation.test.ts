import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerId } from '../../src/domain/ids.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { onBothDatabases, type TestDatabase } from './databases.ts';
import { mark, question } from './marks.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

onBothDatabases('what curators work with', (create) => {
  let database: TestDatabase;
  let stores: Stores;
  let now = 100 * DAY;

  beforeEach(async () => {
    now = 100 * DAY;
    database = await create();
    stores = await openStores(database.url, { now: () => now });
  });

  afterEach(async () => {
    await stores.close();
    await database.drop();
  });

  describe('unanswered questions', () => {
    const texts = async () => (await stores.unanswered.open({ limit: 10 })).items.flatMap((g) => g.texts);

    test('nobody sees a question before two people asked alike', async () => {
      expect(await stores.unanswered.add(question('ann', 'cost'))).toBe('kept');
      expect(await stores.unanswered.add(question('ann', 'cost'))).toBe('known');
      expect(await texts()).toEqual([]);
      expect(await stores.unanswered.add(question('bob', 'cost'))).toBe('kept');
      expect((await texts()).toSorted()).toEqual(['ann asks: cost?', 'bob asks: cost?']);
    });

    test('two marks under two keys may be one person: the question stays hidden', async () => {
      await stores.unanswered.add(question('ann', 'cost'));
      await stores.unanswered.add(question('ann', 'cost', { asker: mark('ann', 'key-2') }));
      expect(await texts()).toEqual([]);
      expect(await stores.unanswered.counts()).toMatchObject({
        questions: 2,
        groups: { hidden: 1, open: 0 },
      });
    });

    test('a released text is seen, and no other of its group', async () => {
      await stores.unanswered.add(question('ann', 'cost'));
      await stores.unanswered.add(question('bob', 'cost', { asker: mark('bob', 'key-2'), released: true }));
      expect(await texts()).toEqual(['bob asks: cost?']);
      expect(await stores.unanswered.release('cost', mark('ann'))).toBe(true);
      expect((await texts()).length).toBe(2);
      expect(await stores.unanswered.release('cost', mark('cid'))).toBe(false);
      expect(await stores.unanswered.release('other', mark('ann'))).toBe(false);
    });

    test('groups come most asked first, in pages, with the guess and the count', async () => {
      const people = ['ann', 'bob', 'cid', 'dee', 'eve'];
      for (const [i, likeness] of ['one', 'two', 'three', 'four'].entries()) {
        for (const person of people.slice(0, i + 2)) await stores.unanswered.add(question(person, likeness));
      }
      const first = await stores.unanswered.open({ limit: 2 });
      expect(first.items.map((g) => [g.asked, g.bestGuess])).toEqual([
        [5, 'awake-dose'],
        [4, 'awake-dose'],
      ]);
      expect(first.items[0]?.texts).toHaveLength(3);
      const second = await stores.unanswered.open({ limit: 2, after: first.next });
      expect(second.items.map((g) => g.asked)).toEqual([3, 2]);
      expect(second.next).toBeUndefined();
    });

    test('what a digest showed is no longer fresh, but still open', async () => {
      for (const person of ['ann', 'bob']) {
        for (const likeness of ['one', 'two', 'three'])
          await stores.unanswered.add(question(person, likeness));
      }
      expect(await stores.unanswered.countFresh(2)).toBe(2);
      const [shown] = (await stores.unanswered.open({ limit: 1, fresh: true })).items;
      await stores.unanswered.markShown([shown?.id ?? '']);
      expect(await stores.unanswered.countFresh(20)).toBe(2);
      expect((await stores.unanswered.open({ limit: 9, fresh: true })).items).toHaveLength(2);
      expect((await stores.unanswered.open({ limit: 9 })).items).toHaveLength(3);
    });

    test('the first verdict stands and becomes a proposal', async () => {
      await stores.unanswered.add(question('ann', 'cost', { text: 'what does it cost' }));
      await stores.unanswered.add(question('bob', 'cost', { text: 'what does it cost' }));
      const id = (await stores.unanswered.open({ limit: 1 })).items[0]?.id ?? '';
      const verdict = { as: 'wording', answerId: answerId('cost-and-insurance') } as const;
      const taken = await stores.unanswered.take(id, verdict, now);
      expect(taken?.before).toBeUndefined();
      expect(await stores.proposals.list('open')).toEqual([
        {
          id: taken?.proposal,
          kind: 'wording',
          answerId: 'cost-and-insurance',
          texts: ['what does it cost'],
          asked: 2,
          at: now,
          done: undefined,
        },
      ]);
      expect(await stores.unanswered.take(id, { as: 'ignored' }, now)).toEqual({
        proposal: undefined,
        before: 'wording',
        texts: ['what does it cost'],
      });
      expect((await stores.unanswered.open({ limit: 1 })).items).toEqual([]);
      await stores.unanswered.add(question('cid', 'cost'));
      expect((await stores.unanswered.open({ limit: 1 })).items).toEqual([]);
    });

    test('a hidden group cannot be taken, and an ignored one makes no proposal', async () => {
      await stores.unanswered.add(question('ann', 'cost'));
      expect(await stores.unanswered.take('no-such-group', { as: 'ignored' }, now)).toBeUndefined();
      const added = question('bob', 'other', { released: true });
      await stores.unanswered.add(added);
      const id = (await stores.unanswered.open({ limit: 1 })).items[0]?.id ?? '';
      expect(await stores.unanswered.take(id, { as: 'ignored' }, now)).toEqual({
        proposal: undefined,
        before: undefined,
        texts: ['bob asks: other?'],
      });
      expect(await stores.proposals.list('all')).toEqual([]);
    });

    test('forgetting someone hides what only two had asked, and deletes what they alone asked', async () => {
      await stores.unanswered.add(question('ann', 'cost'));
      await stores.unanswered.add(question('bob', 'cost'));
      await stores.unanswered.add(question('ann', 'other'));
      expect(await stores.unanswered.forget(mark('ann'))).toBe(2);
      expect(await texts()).toEqual([]);
      expect(await stores.unanswered.counts()).toEqual({
        questions: 1,
        byKind: { unknown: 1, unsure: 0, 'thumbs-down': 0 },
        groups: { hidden: 1, open: 0, taken: 0 },
      });
      expect(await stores.unanswered.forget(mark('ann'))).toBe(0);
    });

    test('after 90 days a question is gone, and its proposal too', async () => {
      for (const person of ['ann', 'bob', 'cid']) {
        await stores.unanswered.add(question(person, 'old', { at: now - 91 * DAY }));
        await stores.unanswered.add(
          question(person, 'mixed', { at: now - (person === 'cid' ? 1 : 91) * DAY, kind: 'unsure' }),
        );
      }
      await stores.proposals.add({
        kind: 'not-covered',
        answerId: undefined,
        texts: ['x'],
        asked: 1,
        at: now - 91 * DAY,
      });
      await stores.tidy();
      expect(await stores.unanswered.counts()).toEqual({
        questions: 1,
        byKind: { unknown: 0, unsure: 1, 'thumbs-down': 0 },
        groups: { hidden: 1, open: 0, taken: 0 },
      });
      expect(await stores.proposals.list('all')).toEqual([]);
    });

    test('a purge works in steps that end', async () => {
      for (let i = 0; i < 250; i += 1) await stores.unanswered.add(question('ann', `q${i}`));
      expect(await stores.unanswered.purge(2_000)).toBe(250);
      expect((await stores.unanswered.counts()).groups.hidden).toBe(0);
    });

    test('once its key is gone, a mark is no longer the mark of anyone', async () => {
      const key = await stores.keys.current('askers', 24);
      const asker = { key: key.id, mark: 'mark-of-ann' };
      await stores.unanswered.add(question('ann', 'cost', { asker, at: now }));
      await stores.unanswered.add(question('ann', 'other', { asker, at: now }));
      now += 25 * HOUR;
      await stores.tidy();
      expect(await stores.unanswered.forget(asker)).toBe(0);
      expect((await stores.unanswered.counts()).questions).toBe(2);
    });

    test('a text with characters that a database refuses is kept', async () => {
      const text = 'a\0b \ud800 😀';
      await stores.unanswered.add(question('ann', 'odd', { text, released: true }));
      expect(await texts()).toEqual(['ab \ufffd 😀']);
    });

    test('someone who asks again with another kind is still one', async () => {
      await stores.unanswered.add(question('ann', 'cost', { kind: 'unsure' }));
      expect(await stores.unanswered.add(question('ann', 'cost', { kind: 'thumbs-down' }))).toBe('known');
      expect((await stores.unanswered.counts()).questions).toBe(1);
    });
  });

  describe('feedback', () => {
    const awake = answerId('awake-dose');
    const vote = (person: string, helped: boolean, key?: string) =>
      stores.feedback.vote({ answerId: awake, voter: mark(person, key), helped, at: Date.UTC(2026, 10, 22) });
    const week = { answerId: 'awake-dose', week: '2026-11-16' };

    test('one vote for each person and answer; a change counts once', async () => {
      expect(await vote('ann', true)).toBe('counted');
      expect(await vote('ann', true)).toBe('same');
      expect(await vote('bob', true)).toBe('counted');
      expect(await vote('ann', false)).toBe('changed');
      expect(await vote('ann', false)).toBe('same');
      expect(await stores.feedback.tallies()).toEqual([{ ...week, helped: 1, notHelped: 1 }]);
      expect(await stores.feedback.tallies('2026-11-17')).toEqual([]);
    });

    test('votes under a key that is gone become sums, which later votes add to', async () => {
      await vote('ann', true);
      await vote('bob', false);
      await vote('cid', true, 'key-2');
      await stores.feedback.fold(['key-1']);
      await stores.feedback.fold(['key-1']);
      expect(await stores.feedback.tallies()).toEqual([{ ...week, helped: 2, notHelped: 1 }]);
      expect(await stores.feedback.forget(mark('ann'))).toBe(0);
      await stores.feedback.fold(['key-2']);
      expect(await stores.feedback.tallies()).toEqual([{ ...week, helped: 2, notHelped: 1 }]);
    });

    test('a vote that can still be laid to someone is taken back', async () => {
      await vote('ann', true);
      expect(await stores.feedback.forget(mark('ann'))).toBe(1);
      expect(await stores.feedback.tallies()).toEqual([]);
    });
  });

  describe('proposals, export and import', () => {
    const proposal = {
      kind: 'wording',
      answerId: answerId('awake-dose'),
      texts: ['how much'],
      asked: 3,
      at: 5,
    } as const;

    test('a proposal is done once', async () => {
      const id = await stores.proposals.add(proposal);
      expect(await stores.proposals.markDone(id, 'accepted', 9)).toBe(true);
      expect(await stores.proposals.markDone(id, 'rejected', 10)).toBe(false);
      expect(await stores.proposals.list('open')).toEqual([]);
      expect(await stores.proposals.list('done')).toEqual([
        { ...proposal, id, done: { outcome: 'accepted', at: 9 } },
      ]);
    });

    test('an import brings back what was exported, and nothing else', async () => {
      await stores.groups.change(-100_123, { coolDownSeconds: 5, helpline: 'de' });
      await stores.proposals.add(proposal);
      const saved = await stores.backup.export();
      await stores.groups.change(-100_123, { coolDownSeconds: 9 });
      await stores.groups.change(-7, { tellAdmins: true });
      await stores.proposals.add(proposal);
      await stores.backup.import(saved);
      expect(await stores.backup.export()).toEqual(saved);
      expect((await stores.groups.settingsOf(-7)).tellAdmins).toBe(false);
      expect((await stores.groups.settingsOf(-100_123)).coolDownSeconds).toBe(5);
    });

    test('an import that fails half-way changes nothing', async () => {
      await stores.groups.change(-1, { coolDownSeconds: 5 });
      const id = await stores.proposals.add(proposal);
      const saved = await stores.backup.export();
      const twice = { ...proposal, id, done: undefined };
      await expect(
        stores.backup.import({ ...saved, groups: [], proposals: [twice, twice] }),
      ).rejects.toThrow();
      expect(await stores.backup.export()).toEqual(saved);
    });
  });
});
