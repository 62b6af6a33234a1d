import { describe, expect, test } from 'vitest';
import type { Stores } from '../../src/domain/stores.ts';
import { type StoreFailure, tolerate } from '../../src/storage/tolerate.ts';

/** Only handed through: what is tried here never looks at it. */
const stores = {} as Stores;

function failing(error: unknown) {
  const told: StoreFailure[] = [];
  const tolerant = tolerate(stores, { onFailure: (failure) => told.push(failure) });
  return { told, tolerant, fail: () => Promise.reject(error) };
}

const coded = (code: string) => Object.assign(new Error('values could stand here'), { code });

describe('tolerate', () => {
  test('hands on what was written and read', async () => {
    const { tolerant, told } = failing(undefined);
    expect(await tolerant.write('x', async () => 7)).toEqual({ ok: true, value: 7 });
    expect(await tolerant.read('x', 0, async () => 7)).toBe(7);
    expect(told).toEqual([]);
    expect(tolerant.failures).toBe(0);
  });

  test('a failed record says so, and is told and counted', async () => {
    const { tolerant, told, fail } = failing(coded('SQLITE_FULL'));
    const failure = { what: 'feedback.vote', reason: 'full', code: 'SQLITE_FULL', count: 1 };
    expect(await tolerant.write('feedback.vote', fail)).toEqual({ ok: false, failure });
    expect(await tolerant.read('groups.settingsOf', 'usual', fail)).toBe('usual');
    expect(told).toEqual([failure, { ...failure, what: 'groups.settingsOf', count: 2 }]);
    expect(tolerant.failures).toBe(2);
  });

  test.each([
    ['SQLITE_IOERR', 'full'],
    ['EROFS', 'read-only'],
    ['25006', 'read-only'],
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['57P01', 'lost'],
    ['08006', 'lost'],
    ['ECONNREFUSED', 'lost'],
    ['53100', 'full'],
    ['28P01', 'refused'],
    ['23505', 'other'],
  ])('%s is %s', async (code, reason) => {
    const { tolerant, told, fail } = failing(coded(code));
    await tolerant.write('x', fail);
    expect(told).toEqual([{ what: 'x', reason, code, count: 1 }]);
  });

  test('a connection that ended without a code is lost', async () => {
    const { tolerant, told, fail } = failing(new Error('Connection terminated unexpectedly'));
    await tolerant.write('x', fail);
    expect(told[0]?.reason).toBe('lost');
  });

  test('a mistake of the program is told, and thrown', async () => {
    const { tolerant, told, fail } = failing(new TypeError('x is undefined'));
    await expect(tolerant.read('x', 0, fail)).rejects.toThrow(TypeError);
    expect(told).toEqual([{ what: 'x', reason: 'bug', code: undefined, count: 1 }]);
  });
});
