import type { Assistant } from '../answering/assistant.ts';
import { explain, explainInLines } from '../answering/explain.ts';
import type { Outcome } from '../answering/respond.ts';
import type { Question } from '../domain/question.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { renderTerminal } from '../rendering/terminal.ts';
import { answerRecord } from './answer-record.ts';
import { parseAskLine } from './parse-ask-line.ts';
import type { Line } from './read-lines.ts';

export interface AskOptions {
  readonly json: boolean;
  readonly explain: boolean;
}

export interface AskTools {
  readonly assistant: Assistant;
  readonly matcher: Matcher;
  /** Milliseconds of a clock that never jumps. */
  readonly elapsed: () => number;
  /** Writes text out and waits while the reader is slow. */
  readonly write: (text: string) => Promise<void>;
}

/** Answers each line in order and writes each answer as soon as it is there. */
export async function ask(lines: AsyncIterable<Line>, options: AskOptions, tools: AskTools): Promise<void> {
  for await (const line of lines) {
    const parsed =
      'error' in line ? line : options.json ? await parseAskLine(line.text) : privately(line.text);
    if ('error' in parsed) {
      const problem = options.json ? JSON.stringify({ kind: 'error', message: parsed.error }) : parsed.error;
      await tools.write(`${problem}\n`);
      continue;
    }
    const start = tools.elapsed();
    const outcome = tools.assistant.ask(questionOf(parsed));
    const ms = tools.elapsed() - start;
    await tools.write(
      options.json
        ? asJson(parsed.text, outcome, ms, options, tools)
        : asText(parsed.text, outcome, options, tools),
    );
  }
}

function privately(text: string): Awaited<ReturnType<typeof parseAskLine>> {
  return { text, chat: 'private' };
}

/** A group line is ordinary group talk that does not address the bot. */
function questionOf(line: {
  text: string;
  conversation?: string | undefined;
  chat: 'private' | 'group';
}): Question {
  const { text, conversation, chat } = line;
  return {
    text,
    surface: chat === 'group' ? 'group' : 'terminal',
    addressed: chat !== 'group',
    ...(conversation === undefined ? {} : { conversation: `${chat}:${conversation}` }),
  };
}

function asJson(text: string, outcome: Outcome, ms: number, options: AskOptions, tools: AskTools): string {
  const record = answerRecord(tools.assistant.content, text, outcome, ms);
  const why = options.explain ? { explain: explain(outcome, tools.matcher, text) } : {};
  return `${JSON.stringify({ ...record, ...why })}\n`;
}

function asText(text: string, outcome: Outcome, options: AskOptions, tools: AskTools): string {
  const reply = outcome.reply ? renderTerminal(outcome.reply, { styled: false }) : '';
  const why = options.explain
    ? `\n\n${explainInLines(explain(outcome, tools.matcher, text)).join('\n')}`
    : '';
  return `${reply}${why}\n`;
}
