import { expect, test } from 'vitest';
import { triageFirst } from '../../src/answering/triage-first.ts';

test.each([
  ['in time', [1], false],
  ['just in time', [200], false],
  ['too long, and too long again', [201, 201], true],
  // The machine was busy with others, or asleep: nobody is told of an emergency.
  ['too long once', [5_000, 3], false],
])('%s', (_, milliseconds, failed) => {
  let now = 0;
  let tries = 0;
  const failures: unknown[] = [];
  const triage = () => {
    now += milliseconds[tries] ?? 0;
    tries += 1;
    return { hits: [], soft: undefined };
  };
  const clock = { now: () => 0, elapsed: () => now };
  const { hits } = triageFirst(triage, 'x', clock, (error) => failures.push(error));
  expect(hits.map(({ rule }) => rule)).toEqual(failed ? ['triage-failed'] : []);
  expect([tries, failures.length]).toEqual([milliseconds.length, failed ? 1 : 0]);
});
