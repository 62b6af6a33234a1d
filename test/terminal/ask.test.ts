import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHIPPED_KNOWLEDGE } from '../../src/app.ts';
import { runMain } from '../support/run-main.ts';

const records = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('ask --json', { timeout: 30_000 }, () => {
  test('the questions that a newcomer tries first', async () => {
    const questions = [
      'how much ketamine do they give per hour',
      'is the coma thing legal in america',
      'will my insurance pay',
      'whats the sucess rate',
    ];
    const { status, stdout, stderr } = await runMain(['ask', '--json'], questions.join('\n'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answers = records(stdout);
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
    const input = Buffer.concat([
      Buffer.from('{"text":5}\n'),
      Buffer.from([0xff, 10]),
      Buffer.from(`${'x'.repeat(70_000)}\n\nhello\n`),
    ]);
    const { status, stdout } = await runMain(['ask', '--json'], input);
    expect(status).toBe(0);
    expect(records(stdout).map(({ kind }) => kind)).toEqual(['error', 'error', 'error', 'unknown', 'talk']);
  });

  test('lines of one conversation share context, others share none; group talk is silent', async () => {
    const lines = [
      { text: 'what is the coma method?', conversation: 'a' },
      { text: 'and the dose?', conversation: 'a' },
      { text: 'how much does it cost', chat: 'group' },
      { text: 'she took too many pills and is not breathing', chat: 'group' },
    ];
    const { stdout } = await runMain(['ask', '--json'], lines.map((line) => JSON.stringify(line)).join('\n'));
    const found = records(stdout).map(({ kind, ids }) => [kind, ...(ids as string[])].join(' '));
    expect(found).toEqual([
      'answer coma-technique',
      'answer coma-dose',
      'silent',
      'safety medical-emergency',
    ]);
  });

  test('--explain says why', async () => {
    const { stdout } = await runMain(['ask', '--json', '--explain'], 'how much ketmaine per hour\n');
    expect(records(stdout)[0]?.['explain']).toMatchObject({
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
    ];
    const { stdout } = await runMain(['ask', '--json'], `${awkward.join('\n')}\n${'a b '.repeat(12_000)}\n`);
    const answers = records(stdout);
    expect(answers).toHaveLength(5);
    for (const { text } of answers) expect(text).not.toMatch(/<b>|evil|\u202E|`|\p{Cc}(?<!\n)/u);
  });
});

describe('ask', { timeout: 30_000 }, () => {
  test('prints a reply as a person would read it', async () => {
    const { status, stdout } = await runMain(['ask', 'how much ketamine per hour?']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Experimental · /);
    expect(stdout).toContain('It is not a dose for anyone to use.');
  });

  test('a wrong option is one sentence and status 2', async () => {
    const { status, stdout, stderr } = await runMain(['ask', '--jsn']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('--jsn');
  });

  test('broken knowledge is every problem with file and line, and status 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
    try {
      for (const part of ['content', 'intents'])
        cpSync(join(SHIPPED_KNOWLEDGE, part), join(folder, part), { recursive: true });
      const file = join(folder, 'content/answers/awake/awake-dose.md');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('10–90', '10–95'));
      const { status, stderr, stdout } = await runMain(['ask', '--knowledge', folder, 'dose?']);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/content\/answers\/awake\/awake-dose\.md:\d+ {2}quote-verbatim /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
