import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareVerdicts } from '../../src/curation/compare-verdicts.ts';
import { formatFlips } from '../../src/curation/format-flips.ts';
import { isHoldout } from '../../src/curation/is-holdout.ts';
import type { Verdict } from '../../src/curation/judge-questions.ts';
import { isHoldout as isHoldoutOfTests } from '../support/holdout.ts';
import { runMain } from '../support/run-main.ts';
import { type SmallKnowledge, smallKnowledge } from '../support/small-knowledge.ts';

let knowledge: SmallKnowledge;
beforeAll(() => {
  knowledge = smallKnowledge();
});
afterAll(() => knowledge.drop());

const asked = (text: string, wanted: string | undefined, holdout = false) => ({ text, wanted, holdout });
const verdict = (rank: Verdict['rank'], outcome: string): Verdict => ({ rank, outcome });

test('flips are grouped by change, worse first, and the holdout half is counted only', () => {
  const questions = [
    asked('a one', 'x'),
    asked('a two', 'x'),
    asked('secret', 'x', true),
    asked('chat', undefined),
  ];
  const before = [verdict(3, 'x'), verdict(3, 'x'), verdict(3, 'x'), verdict(0, 'y')];
  const after = [verdict(0, 'y'), verdict(0, 'y'), verdict(0, 'y'), verdict(3, 'no answer')];
  const flips = compareVerdicts(questions, before, after);
  const text = formatFlips(flips);
  expect(text).toMatch(/^Worse \(3\)\n {2}3 × wanted x: x → y\n {6}a one\n {6}a two\n {6}\(1 in the half/);
  expect(text).toContain('Better (1)\n  1 × no answer wanted: y → no answer\n      chat');
  expect(text).toContain('4 labelled questions: 1 better, 3 worse, 0 different; right 3 before, 1 now.');
  expect(text).not.toContain('secret');
  expect(formatFlips(flips, { all: true })).toContain('secret');
});

test('no change, no flip', () => {
  const run = [verdict(3, 'x')];
  expect(formatFlips(compareVerdicts([asked('a', 'x')], run, run))).toBe(
    '1 labelled questions: 0 better, 0 worse, 0 different; right 1 before, 1 now.',
  );
});

test('the two halves are those of the tests', () => {
  for (let i = 0; i < 200; i += 1) expect(isHoldout(`text ${i}`)).toBe(isHoldoutOfTests(`text ${i}`));
});

test('a commit that is not there, or no repository, is one sentence and status 2', {
  timeout: 240_000,
}, async () => {
  execFileSync('git', ['-C', knowledge.root, 'init', '-q']);
  const run = await runMain(['check', '--knowledge', knowledge.root, '--since', '--output=x']);
  expect(run.status).toBe(2);
  const missing = await runMain(['check', '--knowledge', knowledge.root, '--since=no-such-ref']);
  expect(missing).toMatchObject({ status: 2 });
  expect(missing.stderr).toContain('git knows no commit "no-such-ref"');
});
