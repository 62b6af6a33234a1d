/** Longest line that is read, in bytes. */
export const LONGEST_LINE = 64 * 1024;

export type Line = { readonly text: string } | { readonly error: string };

/**
 * Cuts a stream of bytes into lines. A line that is too long or is not UTF-8 comes as an error in its place, without
 * ever being held in memory whole; a line end at the end of the stream begins no further line.
 */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): Line => {
    const line = decode(parts, length);
    parts = [];
    length = 0;
    return line;
  };
  for await (const data of input) {
    let chunk: Uint8Array = typeof data === 'string' ? Buffer.from(data) : data;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10)) {
      const head = chunk.subarray(0, end);
      length += head.length;
      if (length <= LONGEST_LINE) parts.push(head);
      yield take();
      chunk = chunk.subarray(end + 1);
    }
    length += chunk.length;
    if (length <= LONGEST_LINE && chunk.length > 0) parts.push(chunk);
  }
  if (length > 0) yield take();
}

function decode(parts: readonly Uint8Array[], length: number): Line {
  if (length > LONGEST_LINE)
    return { error: `The line has ${length} bytes; at most ${LONGEST_LINE} are read.` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return { text: text.endsWith('\r') ? text.slice(0, -1) : text };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { error: 'The line is not UTF-8.' };
  }
}
