import { execFileSync } from 'node:child_process';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Mind } from '../../src/answering/mind.ts';
import { createApp } from '../../src/app.ts';
import { readLabelled } from '../../src/curation/read-labelled.ts';
import { type CurateSummary, runCurate } from '../../src/curation/run-curate.ts';
import type { Proposal } from '../../src/domain/curation-stores.ts';
import { answerId } from '../../src/domain/ids.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { formatProblems } from '../../src/knowledge/problem.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { question } from '../storage/marks.ts';
import { type Run, runMain } from '../support/run-main.ts';
import { type SmallKnowledge, smallKnowledge } from '../support/small-knowledge.ts';

const SLOW = 240_000;
const FILE = 'intents/awake/awake-dose.yaml';
const WORDING = 'how big is a helping';
const LABELLED = [
  { text: 'how big is one helping', id: 'awake-dose' },
  { text: 'is it a cure', id: 'is-it-a-cure' },
  { text: 'how big a helping is it', id: 'awake-setting' },
];

let knowledge: SmallKnowledge;
/** Every copy is the same at first, so it is trained once. */
let mind: Mind;
beforeAll(async () => {
  const copy = smallKnowledge();
  const result = await createApp({ knowledge: copy.root });
  copy.drop();
  if (!result.ok) throw new Error(formatProblems(result.problems));
  mind = result.app.mind();
}, SLOW);
beforeEach(() => {
  knowledge = smallKnowledge();
  execFileSync('mkdir', ['-p', `${knowledge.root}/test/questions`]);
  knowledge.write('test/questions/q.jsonl', LABELLED.map((line) => `${JSON.stringify(line)}\n`).join(''));
});
afterEach(() => knowledge.drop());

async function withStores<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result> {
  const stores = await openStores(knowledge.database);
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

const propose = (text: string): Promise<string> =>
  withStores(({ proposals }) =>
    proposals.add({ kind: 'wording', answerId: answerId('awake-dose'), texts: [text], asked: 4, at: 1 }),
  );

const proposals = (): Promise<readonly Proposal[]> => withStores((stores) => stores.proposals.list('all'));

/** Through the program, as with a pipe. */
const curatePiped = (...lines: string[]): Promise<Run> =>
  runMain(['curate', '--knowledge', knowledge.root], lines.map((line) => `${line}\n`).join(''), {
    DATABASE_URL: knowledge.database,
  });

/** The same walk in this process, which need not load the program again for each test. */
async function curate(
  ...lines: string[]
): Promise<{ readonly text: string; readonly summary: CurateSummary }> {
  const said: string[] = [];
  const dialogue = {
    say: (text: string) => void said.push(text),
    ask: async (prompt: string) => {
      said.push(prompt);
      return lines.shift();
    },
  };
  const questions = readLabelled(`${knowledge.root}/test/questions`);
  const summary = await withStores((stores) =>
    runCurate({ root: knowledge.root, mind, questions, stores, dialogue, now: () => 2 }),
  );
  return { text: said.join('\n'), summary };
}

function git(...args: string[]): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'core.autocrlf=false'];
  return execFileSync('git', ['-C', knowledge.root, ...who, ...args], { encoding: 'utf8' });
}

test('a proposed wording is written as one line, its flips are shown, and the bot knows it', {
  timeout: SLOW,
}, async () => {
  await propose(WORDING);
  git('init', '-q');
  git('add', 'content', 'intents');
  git('commit', '-qm', 'before');
  const run = await curatePiped('1', '', '');
  expect(run).toMatchObject({ status: 0, stderr: '' });
  expect(run.stdout).toContain(`"${WORDING}"`);
  expect(run.stdout).toMatch(/Better \([12]\)\n.*wanted awake-dose: .* → (awake-dose|choices, the right)/);
  expect(run.stdout).toMatch(/3 labelled questions: [12] better/);
  expect(git('diff', '--numstat')).toBe(`1\t0\t${FILE}\n`);
  expect(knowledge.read(FILE)).toContain(`  - ${WORDING}\n`);
  expect((await proposals()).map(({ done }) => done?.outcome)).toEqual(['accepted']);

  const since = await runMain(['check', '--knowledge', knowledge.root, '--since', 'HEAD', '--all']);
  expect(since).toMatchObject({ status: 0, stderr: '' });
  expect(since.stdout).toMatch(/Better \([12]\)\n.*wanted awake-dose: .* → (awake-dose|choices, the right)/);
  expect(since.stdout).toContain('how big is one helping');

  const asked = await runMain(['ask', '--knowledge', knowledge.root, '--json', WORDING]);
  const { ids, suggestions } = JSON.parse(asked.stdout);
  expect([...ids, ...suggestions.map(({ id }: { readonly id: string }) => id)][0]).toBe('awake-dose');
});

test('what is taken back leaves file and store as they were', { timeout: SLOW }, async () => {
  await propose(WORDING);
  const before = knowledge.read(FILE);
  const run = await curate('1', '', 'u', 'q');
  expect(run.text).toContain(`Taken back: ${FILE}`);
  expect(knowledge.read(FILE)).toBe(before);
  expect((await proposals()).map(({ done }) => done)).toEqual([undefined]);
});

test('input that ends before the wording was kept changes nothing', { timeout: SLOW }, async () => {
  await propose(WORDING);
  const before = knowledge.read(FILE);
  expect((await curate('1', '')).summary.wordings).toBe(0);
  expect(knowledge.read(FILE)).toBe(before);
  expect((await proposals()).map(({ done }) => done)).toEqual([undefined]);
});

test('a wording that breaks a rule is refused with its line', { timeout: SLOW }, async () => {
  await propose('What is the DOSE?');
  const before = knowledge.read(FILE);
  const run = await curate('awake-setting', '1', '', 'q');
  expect(run.text).toContain('duplicate-phrasing');
  expect(knowledge.read(FILE)).toBe(before);
  expect((await proposals()).map(({ done }) => done)).toEqual([undefined]);
});

test('groups: another answer by search, not covered, ignored, and an undo of a kept wording', {
  timeout: SLOW,
}, async () => {
  await withStores(async ({ unanswered }) => {
    for (const [likeness, times] of [
      ['one', 4],
      ['two', 3],
      ['three', 2],
    ] as const) {
      for (let i = 0; i < times; i += 1)
        await unanswered.add(question(`p${i}`, likeness, { text: `the ${likeness} zorbly matter` }));
    }
  });
  const file = 'intents/not-covered/is-it-a-cure.yaml';
  const before = knowledge.read(file);
  // One: searched, own wording, kept; then at two: taken back, ignored; two: not covered; three: ignored.
  const run = await curate('is-it-a-cure', '1', 'does the zorbly matter go for good', '', 'u', 'i', 'n', 'i');
  expect(run.summary).toEqual({ wordings: 0, notCovered: 1, ignored: 2, left: 0 });
  expect(knowledge.read(file)).toBe(before);
  const left = await withStores(async (stores) => ({
    groups: (await stores.unanswered.open({ limit: 10 })).items,
    open: (await stores.proposals.list('open')).map(({ kind, texts }) => ({ kind, texts })),
  }));
  expect(left).toEqual({ groups: [], open: [{ kind: 'not-covered', texts: ['the two zorbly matter'] }] });
});

test('a decision of an earlier session is put back on the list', { timeout: SLOW }, async () => {
  const id = await propose(WORDING);
  await withStores((stores) => stores.proposals.markDone(id, 'rejected', 1));
  const run = await runMain(['curate', '--reopen'], 'r\n', { DATABASE_URL: knowledge.database });
  expect(run).toMatchObject({ status: 0, stderr: '' });
  expect(run.stdout).toContain('wording of awake-dose · rejected');
  expect(run.stdout).toContain('Reopened: 1.');
  expect((await proposals()).map(({ texts, done }) => [texts, done?.outcome])).toEqual([
    [[WORDING], 'rejected'],
    [[WORDING], undefined],
  ]);
});
