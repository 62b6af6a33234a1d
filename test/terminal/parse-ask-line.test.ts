import { expect, test } from 'vitest';
import { parseAskLine } from '../../src/terminal/parse-ask-line.ts';

test.each([
  ['plain text', { text: 'plain text', chat: 'private' }],
  ['{"text":"a"}', { text: 'a', chat: 'private' }],
  ['{"text":"a","conversation":"k","chat":"group"}', { text: 'a', conversation: 'k', chat: 'group' }],
  ['{"text":"a","extra":1}', { text: 'a', chat: 'private' }],
])('%s', async (line, expected) => {
  expect(await parseAskLine(line)).toEqual(expected);
});

test.each([
  '{"text":1}',
  '{"txt":"a"}',
  '{"text":"a","chat":"channel"}',
  '{broken',
  '{"text":"a","conversation":5}',
])('%s is an error', async (line) => {
  expect(await parseAskLine(line)).toEqual({ error: expect.any(String) });
});
