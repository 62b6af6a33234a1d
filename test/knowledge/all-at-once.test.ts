import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { type SmallKnowledge, smallKnowledge } from '../support/small-knowledge.ts';

let knowledge: SmallKnowledge;
let root: string;
beforeEach(() => {
  knowledge = smallKnowledge();
  root = knowledge.root;
});
afterEach(() => knowledge.drop());

function change(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(root, path), text.replace(from, to));
}

/** File and rule of each problem, in order. */
function problems(): string[] {
  const result = readKnowledge(root);
  return result.ok ? [] : result.problems.map(({ file, rule }) => `${file} ${rule}`).sort();
}

const DOSE = 'content/answers/awake/awake-dose.md';
const COMA = 'intents/coma/coma-dose.yaml';
const CURE = 'intents/not-covered/is-it-a-cure.yaml';
const TWICE = 'phrasings:\n  - how much ketamine per hour twice\n  - how much ketamine per hour twice\n';

describe('all problems at once', () => {
  test('files of phrasings that are wrong hide no answer without phrasings', () => {
    rmSync(join(root, COMA));
    change(CURE, /^phrasings:\n/m, TWICE);
    expect(problems()).toEqual([`${COMA} intent-per-answer`, `${CURE} duplicate-phrasing`]);
  });

  test('two faults in one answer, and none that only follow from them', () => {
    change(DOSE, /^level: .*$/m, 'level: harmless');
    change(DOSE, /^related: \[/m, 'related: [no-such-answer, ');
    expect(problems()).toEqual([`${DOSE} related-exists`, `${DOSE} schema`]);
  });

  test('an answer that cannot be read is no answer that is missing', () => {
    change(DOSE, /^---\n/, '');
    expect(problems()).toEqual([`${DOSE} front-matter`]);
  });

  test('a safety text that cannot be read is not missing', () => {
    change('content/answers/safety/crisis.md', /^id: .*$/m, 'id: cris');
    expect(problems()).toEqual(['content/answers/safety/crisis.md schema']);
  });

  test('phrasings that cannot be read are not missing', () => {
    change(COMA, /^id: /m, 'id: [');
    expect(problems().filter((problem) => !problem.endsWith(' yaml'))).toEqual([]);
  });

  test('a file that all others need, and an answer', () => {
    change('content/caveats.yaml', /^standing:/m, 'standin:');
    change(DOSE, /^level: .*$/m, 'level: harmless');
    expect(new Set(problems())).toEqual(new Set([`${DOSE} schema`, 'content/caveats.yaml schema']));
  });
});
