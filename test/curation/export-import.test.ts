import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoreExport } from '../../src/domain/curation-stores.ts';
import { answerId } from '../../src/domain/ids.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { type Run, runMain } from '../support/run-main.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const url = (name: string): string => `file:${join(folder, name)}`;
const run = (database: string, args: readonly string[], input = ''): Promise<Run> =>
  runMain(args, input, { DATABASE_URL: url(database) });

async function snapshot(database: string): Promise<StoreExport> {
  const stores = await openStores(url(database));
  try {
    return await stores.backup.export();
  } finally {
    await stores.close();
  }
}

async function fill(database: string, chatId: number): Promise<void> {
  const stores = await openStores(url(database));
  await stores.groups.change(chatId, { coolDownSeconds: 5, helpline: 'us-988' });
  await stores.proposals.add({
    kind: 'wording',
    answerId: answerId('awake-dose'),
    texts: ['how strong is it'],
    asked: 3,
    at: 1,
  });
  await stores.close();
}

test('what is exported from one store is what another holds after the import', {
  timeout: 240_000,
}, async () => {
  await fill('one.db', -100);
  await fill('two.db', -200);
  const file = join(folder, 'out', 'settings.json');
  const exported = await run('one.db', ['export', file]);
  expect(exported).toMatchObject({ status: 0, stderr: '' });
  expect(statSync(file).mode & 0o077).toBe(0);
  const before = await snapshot('two.db');

  const refused = await run('two.db', ['import', file], 'y\n');
  expect(refused).toMatchObject({ status: 0, stderr: '' });
  expect(refused.stdout).toContain('will be replaced');
  expect(refused.stdout).toContain('Nothing was changed.');
  expect(await snapshot('two.db')).toEqual(before);

  const imported = await run('two.db', ['import', file], 'yes\n');
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  expect(await snapshot('two.db')).toEqual(await snapshot('one.db'));
});

test('a broken file changes nothing and says where it is broken', { timeout: 240_000 }, async () => {
  await fill('one.db', -100);
  const before = await snapshot('one.db');
  const file = join(folder, 'broken.json');
  const broken = { ...before, groups: [...before.groups, { chatId: 'x', settings: {} }] };
  writeFileSync(file, JSON.stringify(broken));
  const wrong = await run('one.db', ['import', file, '--yes']);
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain('groups.1.chatId');

  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
  expect(await run('one.db', ['import', file, '--yes'])).toMatchObject({ status: 1 });
  expect(await run('one.db', ['import', join(folder, 'missing.json')])).toMatchObject({ status: 2 });
  expect(await snapshot('one.db')).toEqual(before);
});

test('a wrong DATABASE_URL is one sentence and status 2', async () => {
  const wrong = await runMain(['export'], '', { DATABASE_URL: 'mysql://user:secret@host/db' });
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toContain('DATABASE_URL');
  expect(wrong.stderr).not.toContain('secret');
});
