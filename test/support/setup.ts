import { afterEach, expect, vi } from 'vitest';

// A noisy test is a failed test: what nobody expected on the console or in a promise is a defect.
const spies = (['error', 'warn'] as const).map((name) => vi.spyOn(console, name));
const rejections: unknown[] = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));

afterEach(() => {
  for (const spy of spies) {
    const calls = spy.mock.calls.splice(0);
    expect(calls, 'unexpected output on the console').toEqual([]);
  }
  expect(rejections.splice(0), 'unhandled rejections').toEqual([]);
});
