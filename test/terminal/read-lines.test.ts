import { expect, test } from 'vitest';
import { type Line, LONGEST_LINE, readLines } from '../../src/terminal/read-lines.ts';

async function linesOf(...chunks: (string | Uint8Array)[]): Promise<Line[]> {
  async function* input(): AsyncGenerator<string | Uint8Array> {
    yield* chunks;
  }
  return collect(readLines(input()));
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test.each([
  ['lines', ['a\nb\n'], ['a', 'b']],
  ['no line end at the end', ['a\nb'], ['a', 'b']],
  ['Windows line ends', ['a\r\nb\r\n'], ['a', 'b']],
  ['an empty line in between', ['a\n\nb\n'], ['a', '', 'b']],
  ['a line in pieces', ['a', 'b', 'c\nd'], ['abc', 'd']],
  ['nothing', [], []],
])('%s', async (_, chunks, expected) => {
  expect(await linesOf(...chunks)).toEqual(expected.map((text) => ({ text })));
});

test('a letter cut in two by the stream is put together', async () => {
  const bytes = Buffer.from('Tübingen\n');
  expect(await linesOf(bytes.subarray(0, 2), bytes.subarray(2))).toEqual([{ text: 'Tübingen' }]);
});

test('a line that is not UTF-8 or too long is an error in its place, and the next is read', async () => {
  const long = Buffer.from('x'.repeat(LONGEST_LINE + 1));
  const lines = await linesOf(Buffer.from([0xff, 0xfe, 10]), long, '\nnext\n');
  expect(lines).toEqual([
    { error: 'The line is not UTF-8.' },
    { error: expect.stringContaining('at most 65536') },
    { text: 'next' },
  ]);
});

test('a line of just the longest length is read', async () => {
  const [line] = await linesOf('x'.repeat(LONGEST_LINE));
  expect(line).toEqual({ text: 'x'.repeat(LONGEST_LINE) });
});
