import type { Chat } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runPeriodically } from '../../src/commands/run-periodically.ts';
import { createProblemTeller } from '../../src/telegram/curators/tell-problems.ts';
import { createLogger } from '../support/telegram/in-process.ts';
import { createLoop, type Loop } from '../support/telegram/loop.ts';

const CURATORS: Chat = { id: -1_009_000_000, type: 'supergroup', title: 'Curators' };

describe('problems in changed files', () => {
  let loop: Loop;
  beforeEach(async () => {
    loop = await createLoop({ curators: CURATORS });
  });
  afterEach(() => loop.close());

  test('are told once for each state of the files, not often, and not when they are mended', async () => {
    if (!loop.chat) throw new Error('There is no chat of curators.');
    let now = 0;
    let problems: readonly string[] | undefined;
    const tell = createProblemTeller(
      loop.chat,
      loop.assistant,
      () => problems,
      () => now,
    );
    const told = async () => {
      const before = loop.api.sent.length;
      await tell();
      return loop.api.sent.slice(before).map(({ text }) => String(text));
    };
    expect(await told()).toEqual([]);
    problems = ['content/answers/coma/coma-dose.md:12  number-in-quote  “950” is in no quote.'];
    const [text] = await told();
    expect(text).toContain('The changed files have problems.');
    expect(text).toContain('coma-dose.md:12  number-in-quote'.replace(/ +/g, ' '));
    expect(text).toContain(loop.assistant.content.standing.text);
    expect(await told()).toEqual([]);
    problems = ['content/topics.yaml:1  yaml  x'];
    now += 60_000;
    expect(await told()).toEqual([]);
    now += 600_000;
    expect(await told()).toHaveLength(1);
    problems = undefined;
    now += 600_000;
    expect(await told()).toEqual([]);
  });
});

describe('what is done again and again', () => {
  test('goes on after a failure, which is logged once, and ends with the program', async () => {
    const log: string[] = [];
    let runs = 0;
    let enough = (): void => undefined;
    const ran = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const job = {
      name: 'x',
      everyMs: 1,
      run: async () => {
        runs += 1;
        if (runs < 4) throw new Error('the words of someone');
        if (runs === 5) enough();
      },
    };
    const jobs = runPeriodically([job], createLogger(log));
    await ran;
    await jobs.stop();
    const after = runs;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(runs).toBe(after);
    expect(log.filter((line) => line.includes('failed'))).toHaveLength(1);
    expect(log.filter((line) => line.includes('works again'))).toHaveLength(1);
    expect(log.join('\n')).not.toContain('words of someone');
  });
});
