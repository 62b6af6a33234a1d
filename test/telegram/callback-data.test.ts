import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/domain/button.ts';
import { answerId } from '../../src/domain/ids.ts';
import { packCallback, unpackCallback } from '../../src/telegram/callback-data.ts';
import { quickAssistant } from '../support/telegram/quick-assistant.ts';

const { content } = quickAssistant();
const ACTIONS: readonly Action[] = [
  { do: 'topics' },
  { do: 'source' },
  { do: 'none' },
  ...content.topics.map(({ group }): Action => ({ do: 'group', group })),
  ...content.passages.map(({ paragraph }): Action => ({ do: 'passage', paragraph })),
  ...[...content.answers.keys()].map((id): Action => ({ do: 'answer', id })),
];

describe('callback data', () => {
  test.each(ACTIONS.map((action) => [JSON.stringify(action), action] as const))(
    '%s comes back',
    (_, action) => {
      for (const inMenu of [true, false]) {
        const data = packCallback({ action, inMenu });
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(unpackCallback(data)).toEqual({ action, inMenu });
      }
    },
  );

  test('an id of 60 characters fits, one more does not', () => {
    const pack = (length: number) =>
      packCallback({ action: { do: 'answer', id: answerId('x'.repeat(length)) }, inMenu: true });
    expect(Buffer.byteLength(pack(60))).toBe(64);
    expect(() => pack(61)).toThrow(RangeError);
  });

  test.each([
    undefined,
    '',
    'n',
    'n:',
    'n:a',
    'n:a:',
    'n:q:x',
    'q:a:awake-dose',
    'n:t:x',
    'n:p:one',
    'n:p:-1',
    'n:a:<b>',
    'n:a:awake-dose\n',
    `n:a:${'x'.repeat(61)}`,
    'n:a:Ⓐ',
  ])('%j is not known', (data) => {
    expect(unpackCallback(data)).toBeUndefined();
  });

  test('forged data is an id that may not exist, or nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[mn]:[a-z](:[a-zA-Z0-9-]{0,64})?$/), (data) => {
        const press = unpackCallback(data);
        if (press) expect(packCallback(press)).toBe(data);
      }),
    );
  });
});
