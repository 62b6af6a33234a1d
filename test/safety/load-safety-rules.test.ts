import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSafetyRules } from '../../src/knowledge/load-safety-rules.ts';
import type { Problem } from '../../src/knowledge/problem.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'safety-rules-'));
  mkdirSync(join(root, 'intents/safety'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function load(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'intents/safety', name), text);
  const problems: Problem[] = [];
  return { rules: loadSafetyRules(root, problems), problems };
}

const WORDS = 'sets:\n  self: i, me\n  other: he\n';
const RULE = `class: crisis
unless: [film]
rules:
  - name: one
    when:
      - want to die
    matches: [I want to die]
`;

it('puts files together and hands the reasons of a file on to its rules', () => {
  const { rules, problems } = load({ 'words.yaml': WORDS, 'crisis.yaml': RULE });
  expect(problems).toEqual([]);
  expect(rules?.sets).toEqual({ self: ['i', 'me'], other: ['he'] });
  expect(rules?.rules).toEqual([
    {
      name: 'one',
      class: 'crisis',
      when: ['want to die'],
      unless: ['film'],
      who: 'auto',
      explicit: true,
      matches: ['I want to die'],
      not: [],
    },
  ]);
});

it('turns spellings round, so that each way of writing finds what is meant', () => {
  const { rules } = load({ 'words.yaml': WORDS, 'spelling.yaml': 'read-as:\n  kill myself: kms, keel\n' });
  expect(rules?.spelling.always).toEqual({ kms: 'kill myself', keel: 'kill myself' });
});

it.each([
  ['a pattern that cannot be read', RULE.replace('want to die', 'want (to'), 4, 'safety-pattern'],
  ['a set that does not exist', RULE.replace('want to die', '$want'), 4, 'safety-pattern'],
  ['a context that does not exist', RULE.replace('film', "'@film'"), 4, 'safety-pattern'],
  ['a rule without an example', RULE.replace('    matches: [I want to die]\n', ''), 4, 'schema'],
  ['a class that does not exist', RULE.replace('crisis', 'worry'), 1, 'schema'],
  ['rules without a class', RULE.replace('class: crisis\n', ''), 1, 'safety-names'],
  ['a rule named twice', `${RULE}${RULE.slice(RULE.indexOf('  - name'))}`, 8, 'safety-names'],
  [
    'a scope that is not understood',
    `contexts:\n  - name: x\n    scope: near\n    when: [a]\n${RULE}`,
    3,
    'schema',
  ],
  ['broken YAML', 'rules: [', 1, 'yaml'],
])('tells %s with its line', (_, text, line, rule) => {
  const { rules, problems } = load({ 'words.yaml': WORDS, 'crisis.yaml': text });
  expect(rules).toBeUndefined();
  expect(problems[0]).toMatchObject({ file: 'intents/safety/crisis.yaml', line, rule });
});
