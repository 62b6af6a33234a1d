import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadIntents } from '../../src/knowledge/load-intents.ts';
import type { Problem } from '../../src/knowledge/problem.ts';

const roots: string[] = [];

function load(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'intents-'));
  roots.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const problems: Problem[] = [];
  return { corpus: loadIntents(root, problems), problems };
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

const DOSE = 'id: dose\ntopic: the dose\nphrasings:\n  - how much\n  - what dose\n';

describe('loadIntents', () => {
  test('reads answers with their group, and does without the other files', () => {
    const { corpus, problems } = load({ 'intents/awake/dose.yaml': DOSE });
    expect(problems).toEqual([]);
    expect(corpus?.intents).toEqual([
      { id: 'dose', group: 'awake', topic: 'the dose', phrasings: ['how much', 'what dose'] },
    ]);
    expect(corpus?.offTopic).toEqual([]);
  });

  test('reads the vocabulary by kinds', () => {
    const { corpus } = load({
      'intents/awake/dose.yaml': DOSE,
      'intents/vocabulary.yaml': 'words: { drip: [drip, iv] }\nclasses: { drug: [aspirin] }\ncommon: a the\n',
    });
    expect(corpus?.vocabulary.concepts).toEqual([
      { name: 'drip', kind: 'word', terms: ['drip', 'iv'] },
      { name: 'drug', kind: 'class', terms: ['aspirin'] },
    ]);
    expect(corpus?.vocabulary.common).toEqual(['a', 'the']);
  });

  test('leaves the safety rules to their own loader', () => {
    const { corpus, problems } = load({ 'intents/awake/dose.yaml': DOSE, 'intents/safety/x.yaml': 'a: [b' });
    expect(problems).toEqual([]);
    expect(corpus?.intents).toHaveLength(1);
  });

  test.each([
    ['no folder', {}, 'missing-folder', 1],
    [
      'a phrasing under two ids, whatever its capitals and punctuation',
      {
        'intents/a/dose.yaml': DOSE,
        'intents/b/other.yaml': 'id: other\ntopic: t\nphrasings:\n  - x\n  - "How MUCH?"\n',
      },
      'duplicate-phrasing',
      5,
    ],
    ['an id that is not the file name', { 'intents/a/dosis.yaml': DOSE }, 'intent-id', 1],
    ['an unknown key', { 'intents/a/dose.yaml': `${DOSE}phrases: []\n` }, 'schema', 1],
    [
      'an empty phrasing',
      { 'intents/a/dose.yaml': 'id: dose\ntopic: t\nphrasings:\n  - a\n  - ""\n' },
      'schema',
      5,
    ],
    ['broken YAML', { 'intents/a/dose.yaml': 'id: [dose\n' }, 'yaml', 2],
  ])('a problem: %s', (_, files, rule, line) => {
    const { corpus, problems } = load(files);
    expect(corpus).toBeUndefined();
    expect(problems).toContainEqual(expect.objectContaining({ rule, line }));
  });
});
