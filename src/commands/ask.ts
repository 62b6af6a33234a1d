import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { createApp } from '../app.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { ask as answerLines } from '../terminal/ask.ts';
import { type Line, readLines } from '../terminal/read-lines.ts';
import type { ExitStatus } from './exit-status.ts';

/** `npm run ask`: answers the question given, or every line of standard input. */
export async function ask(args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      knowledge: { type: 'string' },
    },
  });
  if (positionals.length === 0 && !values.json && process.stdin.isTTY) {
    process.stderr.write('Give a question: npm run -s ask -- "how does it work?"\n');
    return 2;
  }
  const result = await createApp({ knowledge: values.knowledge });
  if (!result.ok) {
    process.stderr.write(`${formatProblems(result.problems)}\n`);
    return 1;
  }
  const { assistant, mind } = result.app;
  const lines = positionals.length > 0 ? given(positionals.join(' ')) : readLines(process.stdin);
  await answerLines(lines, values, {
    assistant,
    matcher: mind().matcher,
    elapsed: () => performance.now(),
    write: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
  });
  return 0;
}

async function* given(text: string): AsyncGenerator<Line> {
  yield { text };
}
