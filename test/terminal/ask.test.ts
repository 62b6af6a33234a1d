import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/terminal/ask.ts';
import { readLines } from '../../src/terminal/read-lines.ts';
import { shippedApp } from '../support/shipped.ts';

/** Runs lines through `ask --json` in this process. */
async function askJson(input: string | Uint8Array, explain = false): Promise<Record<string, unknown>[]> {
  const { assistant, mind } = shippedApp();
  const written: string[] = [];
  await ask(
    readLines(Readable.from([Buffer.from(input)])),
    { json: true, explain },
    {
      assistant,
      matcher: mind().matcher,
      elapsed: () => 0,
      write: async (text) => void written.push(text),
    },
  );
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('ask --json', () => {
  test('the questions that a newcomer tries first', async () => {
    const questions = [
      'how much ketamine do they give per hour',
      'is the coma thing legal in america',
      'will my insurance pay',
      'whats the sucess rate',
    ];
    const answers = await askJson(questions.join('\n'));
    expect(answers.map(({ question, kind, ids }) => ({ question, kind, ids }))).toEqual([
      { question: questions[0], kind: 'answer', ids: ['awake-dose'] },
      { question: questions[1], kind: 'answer', ids: ['coma-legality'] },
      { question: questions[2], kind: 'answer', ids: ['cost-and-insurance'] },
      { question: questions[3], kind: 'answer', ids: ['success-rate'] },
    ]);
    for (const { text, caveats } of answers) {
      expect(text).toContain('This is not medical advice.');
      expect(caveats).toContain('general');
    }
    expect(answers[0]).toMatchObject({ caveats: ['study-number', 'general'], suggestions: [] });
    expect(answers[0]?.['citations']).toContainEqual({
      paragraph: 4,
      quote: expect.stringContaining('10–90 mg'),
    });
  });

  test('bad lines give an error in their place and the run goes on', async () => {
    const bad = [Buffer.from('{"text":5}\n'), Buffer.from([0xff, 10]), Buffer.from('x'.repeat(70_000))];
    const answers = await askJson(Buffer.concat([...bad, Buffer.from('\n\nhello\n')]));
    expect(answers.map(({ kind }) => kind)).toEqual(['error', 'error', 'error', 'unknown', 'talk']);
  });

  test('lines of one conversation share context, others share none; group talk is silent', async () => {
    const lines = [
      { text: 'what is the coma method?', conversation: 'a' },
      { text: 'and the dose?', conversation: 'a' },
      { text: 'how much does it cost', chat: 'group' },
      { text: 'she took too many pills and is not breathing', chat: 'group' },
    ];
    const answers = await askJson(lines.map((line) => JSON.stringify(line)).join('\n'));
    const found = answers.map(({ kind, ids }) => [kind, ...(ids as string[])].join(' '));
    expect(found).toEqual([
      'answer coma-technique',
      'answer coma-dose',
      'silent',
      'safety medical-emergency',
    ]);
    expect(answers[2]).toMatchObject({ text: '', caveats: [], citations: [] });
  });

  test('--explain says why', async () => {
    const [answer] = await askJson('how much ketmaine per hour\n', true);
    expect(answer?.['explain']).toMatchObject({
      closest: expect.arrayContaining([expect.objectContaining({ id: 'awake-dose' })]),
      corrected: [{ typed: 'ketmaine', read: 'ketamine' }],
      thresholds: { answer: expect.any(Number) },
    });
  });

  test('awkward text gives one well-formed line and nothing of it comes back in the reply', async () => {
    const awkward = [
      '<b>dose</b> **per** `hour` [x](http://evil.example)',
      '\u202Eesod\u202C \u0000\u0007',
      '\\ud800 "\'',
      '𝕜𝕖𝕥',
      'a b '.repeat(12_000),
    ];
    const answers = await askJson(awkward.join('\n'));
    expect(answers).toHaveLength(awkward.length);
    for (const { text } of answers) expect(text).not.toMatch(/<b>|evil|\u202E|`|\p{Cc}(?<!\n)/u);
  });
});
