import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runMain } from '../support/run-main.ts';
import { copyKnowledge } from '../support/small-knowledge.ts';

describe('npm run ask', () => {
  test('prints a reply as a person would read it, and a line of JSON for each line', async () => {
    const [plain, json] = await Promise.all([
      runMain(['ask', 'how much ketamine per hour?']),
      runMain(['ask', '--json'], 'hello\nbye\n'),
    ]);
    expect(plain).toMatchObject({ status: 0, stderr: '' });
    expect(plain.stdout).toMatch(/^Experimental · /);
    expect(plain.stdout).toContain('It is not a dose for anyone to use.');
    expect(json).toMatchObject({ status: 0, stderr: '' });
    expect(json.stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  test('a wrong option is one sentence and status 2', async () => {
    const { status, stdout, stderr } = await runMain(['ask', '--jsn']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('--jsn');
  });

  test('broken knowledge is every problem with file and line, and status 1', async () => {
    const folder = copyKnowledge();
    try {
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

describe('npm start without a token', () => {
  test('says how to get one, answers what is piped in, and ends with status 0', async () => {
    const { status, stdout, stderr } = await runMain(['start'], 'how much ketamine per hour?\n2\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('@BotFather');
    expect(stdout).toContain('10–90 mg per hour');
    expect(stdout).not.toContain('\u001B');
  });

  test('a wrong variable is one sentence and status 2', async () => {
    const { status, stderr } = await runMain(['start'], '', { BOT_MODE: 'webhok' });
    expect(status).toBe(2);
    expect(stderr).toBe('BOT_MODE holds "webhok", but must be polling or webhook.\n');
  });
});
