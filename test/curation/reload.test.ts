import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Knowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { type Watch, watchKnowledge } from '../../src/knowledge/reload.ts';
import { type SmallKnowledge, smallKnowledge } from '../support/small-knowledge.ts';

const FILE = 'intents/awake/awake-dose.yaml';
const ASKED = 'how big is a helping?';
const TIMEOUT = 240_000;
/** No build left anything to train less. */
const NONE = { path: '/nowhere/knowledge.snapshot', maker: '', trainer: '' };
const patiently = { timeout: 120_000, interval: 50 };

let knowledge: SmallKnowledge;
let watch: Watch | undefined;
beforeEach(() => {
  knowledge = smallKnowledge();
});
afterEach(async () => {
  await watch?.close();
  knowledge.drop();
});

test('a running assistant uses valid changes at once and keeps the old ones otherwise', {
  timeout: TIMEOUT,
}, async () => {
  const result = await createApp({ knowledge: knowledge.root });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { assistant, swap, mind } = result.app;
  /** The first answer given or offered: how sure it must be to be given is the matcher's affair. */
  const ask = () => {
    const { decision } = assistant.ask({ text: ASKED, surface: 'private', addressed: true });
    if (decision.kind === 'answer') return decision.ids[0];
    return decision.kind === 'suggestions' ? decision.candidates[0].id : undefined;
  };
  const loaded: Knowledge[] = [];
  const problems: (readonly Problem[])[] = [];
  const failures: unknown[] = [];
  watch = watchKnowledge(knowledge.root, {
    snapshot: NONE,
    everyMs: 40,
    onLoaded: (fresh) => {
      swap(fresh);
      loaded.push(fresh);
    },
    onProblems: (found) => problems.push(found),
    onFailure: (error) => failures.push(error),
  });
  expect(ask()).not.toBe('awake-dose');
  const first = mind();
  // So that the first look at the files lies behind.
  await new Promise((resolve) => setTimeout(resolve, 200));

  const before = knowledge.read(FILE);
  knowledge.write(FILE, `${before}  - how big is a helping\nphrasings: [twice]\n`);
  await vi.waitFor(() => expect(problems).toHaveLength(1), patiently);
  expect(problems[0]?.[0]).toMatchObject({ file: FILE, rule: 'yaml' });
  expect(mind()).toBe(first);
  expect(ask()).not.toBe('awake-dose');

  knowledge.write(FILE, `${before}  - how big is a helping\n  - how big would a helping be\n`);
  await vi.waitFor(() => expect(loaded).toHaveLength(1), patiently);
  expect(ask()).toBe('awake-dose');
  expect(loaded[0]?.model).toBeDefined();
  expect(loaded[0]?.riskModel).toBeDefined();
  expect([problems.length, failures]).toEqual([1, []]);
});

test('files that are only touched, or changed while they are read, are not swapped in', {
  timeout: TIMEOUT,
}, async () => {
  const loads: string[] = [];
  const loaded: unknown[] = [];
  const before = knowledge.read(FILE);
  watch = watchKnowledge(knowledge.root, {
    snapshot: NONE,
    everyMs: 20,
    onLoaded: (fresh) => loaded.push(fresh),
    onProblems: () => expect.unreachable(),
    onFailure: (error) => expect.unreachable(String(error)),
    load: async () => {
      loads.push(knowledge.read(FILE));
      // Someone goes on writing while the first load runs.
      if (loads.length === 1) knowledge.write(FILE, `${before}# two\n`);
      return { ok: true, knowledge: {} as Knowledge, files: String(loads.length) };
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  knowledge.write(FILE, before);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(loads).toEqual([]);
  knowledge.write(FILE, `${before}# one\n`);
  await vi.waitFor(() => expect(loaded).toHaveLength(1), patiently);
  expect(loads).toEqual([`${before}# one\n`, `${before}# two\n`]);
});

test('a load that fails is told once, tried again, and stops nothing', { timeout: TIMEOUT }, async () => {
  const failures: unknown[] = [];
  const loaded: unknown[] = [];
  let tries = 0;
  watch = watchKnowledge(knowledge.root, {
    snapshot: NONE,
    everyMs: 20,
    onLoaded: (fresh) => loaded.push(fresh),
    onProblems: () => expect.unreachable(),
    onFailure: (error) => failures.push(error),
    load: async () => {
      tries += 1;
      if (tries < 4) throw new Error('no memory');
      return { ok: true, knowledge: {} as Knowledge, files: 'new' };
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  knowledge.write(FILE, `${knowledge.read(FILE)}# one\n`);
  await vi.waitFor(() => expect(loaded).toHaveLength(1), patiently);
  expect(failures).toHaveLength(1);
  expect(tries).toBe(4);
});
