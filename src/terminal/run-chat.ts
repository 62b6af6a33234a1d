import { createInterface } from 'node:readline';
import type { Reply } from '../domain/reply.ts';
import { renderTerminal } from '../rendering/terminal.ts';
import type { Chat } from './chat.ts';
import { readLines } from './read-lines.ts';

export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** Widest line that is still read with ease. */
const WIDEST = 88;

/** Runs the chat until the input ends or Ctrl-C is pressed. Input that is not a terminal is answered line by line. */
export async function runChat(
  chat: Chat,
  opening: readonly (Reply | string)[],
  { input, output }: Streams,
): Promise<void> {
  const styled = output.isTTY === true && !process.env['NO_COLOR'];
  const columns = output.isTTY ? Math.min(output.columns || WIDEST, WIDEST) : undefined;
  const style = { styled, ...(columns ? { columns } : {}) };
  const show = (part: Reply | string): void => {
    output.write(`${typeof part === 'string' ? part : renderTerminal(part, style)}\n\n`);
  };
  for (const part of opening) show(part);

  const answer = (line: string): void => {
    const reply = chat.say(line);
    if (reply) show(reply);
  };
  if (!input.isTTY) {
    for await (const line of readLines(input)) {
      if ('error' in line) show(line.error);
      else if (line.text.trim() !== '') answer(line.text);
    }
    return;
  }
  const terminal = createInterface({ input, output, prompt: '› ' });
  terminal.on('SIGINT', () => terminal.close());
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== '') answer(line);
    terminal.prompt();
  }
  output.write('\n');
}
