import { describe, expect, test } from 'vitest';
import { SHIPPED_KNOWLEDGE } from '../../src/app.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { readContent } from '../../src/knowledge/read-content.ts';
import { readFolder } from '../../src/knowledge/read-folder.ts';
import { CONTENT_RULES } from '../../src/knowledge/rules.ts';

const shipped = readFolder(SHIPPED_KNOWLEDGE, 'content');

/** Runs every rule over the shipped content with one file changed; `undefined` takes the file away. */
function problemsWith(path: string, change: (text: string) => string | undefined): Problem[] {
  const files = shipped.flatMap((file) => {
    const text = file.path === path ? change(file.text) : file.text;
    return text === undefined ? [] : [{ path: file.path, text }];
  });
  const problems: Problem[] = [];
  const draft = readContent(files, problems);
  return draft ? [...problems, ...CONTENT_RULES.flatMap((rule) => rule(draft))] : problems;
}

/** Replaces words that must be there, so that a change of the content cannot make a case empty. */
function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`The file does not hold "${from}".`);
    return text.replace(from, to);
  };
}

const DOSE = 'content/answers/awake/awake-dose.md';
const CURE = 'content/answers/not-covered/is-it-a-cure.md';
const HOW = 'content/answers/mechanism/how-it-works.md';
const CRISIS = 'content/answers/safety/crisis.md';

const CASES: readonly (readonly [
  rule: string,
  path: string,
  change: (text: string) => string | undefined,
])[] = [
  ['pinned-document', 'content/source/ketamine-crps.txt', swap('83%', '93%')],
  ['quote-verbatim', DOSE, swap('between 10–90 mg per hour', 'between 10-90 mg per hour')],
  ['quote-verbatim', DOSE, swap('paragraph: 4', 'paragraph: 3')],
  ['passage-verbatim', 'content/source/source.yaml', swap('an office or hospital. This', 'a hospital. This')],
  ['number-in-quote', DOSE, swap('The document reports 10–90', 'The document reports 10–95')],
  ['number-in-quote', HOW, (text) => `${text}\nThis takes seven weeks.\n`],
  ['name-in-quote', HOW, (text) => `${text}\nThis was found by Dr Miller in Boston.\n`],
  ['name-in-quote', HOW, (text) => `${text}\nZürich has a clinic for this.\n`],
  ['figure-near-caveat', HOW, (text) => `${text}\nIt is 10 mg.\n`],
  ['figure-near-caveat', DOSE, (text) => `${text}\nSo it is 10–90 mg per hour.\n`],
  ['hedge-first', DOSE, (text) => text.replace(/^title: .*$/m, 'title: Is it 90 mg per hour?')],
  ['level-fits', HOW, (text) => `${text}\nIn a coma this may be so too.\n`],
  ['not-covered-form', CURE, swap('**Whom to ask:**', '**Ask:**')],
  ['not-covered-form', CURE, swap('level: not-in-document', 'level: experimental')],
  ['no-unproven-claim', HOW, (text) => `${text}\nThis is a proven way.\n`],
  ['no-unproven-claim', HOW, (text) => `${text}\nIt is safe and effective.\n`],
  ['length-limit', HOW, (text) => `${text}\n${'This is one more line of it. '.repeat(25)}\n`],
  [
    'plain-words',
    HOW,
    (text) =>
      `${text}\n${'Pharmacological investigations necessitate extraordinary methodological deliberation. '.repeat(4)}\n`,
  ],
  [
    'caveat-words',
    'content/caveats.yaml',
    swap('This is not medical advice.', 'This is not medical advice of any kind at all.'),
  ],
  ['safety-without-figure', CRISIS, swap('## other', 'Do not take 5 of them.\n\n## other')],
  ['safety-without-figure', CRISIS, swap('## repeat', '## again')],
  ['safety-without-figure', CRISIS, () => undefined],
  ['naming-has-standing', 'content/answers/talk/thanks.md', (text) => `${text}\nAsk me about ketamine.\n`],
  ['naming-has-standing', 'content/commands.yaml', swap('Browse all answers', 'All about ketamine')],
  ['naming-has-standing', 'content/notices.yaml', swap('back: Back', 'back: Back to the infusion')],
  ['all-sentences', 'content/notices.yaml', swap('  unknown: |-', '  unknwon: |-')],
  ['complete-menu', 'content/topics.yaml', swap(', awake-vs-coma]', ']')],
  [
    'complete-menu',
    'content/topics.yaml',
    swap('[success-rate, ten-day-study', '[success-rate, success-rates, ten-day-study'),
  ],
  ['id-is-file-name', DOSE, swap('id: awake-dose', 'id: dose-awake')],
  ['related-exists', DOSE, (text) => text.replace(/^related: .*$/m, 'related: [no-such-answer]')],
  [
    'telegram-limits',
    DOSE,
    (text) => text.replace(/^title: .*$/m, `title: ${'Very long words '.repeat(5)}?`),
  ],
  ['telegram-limits', 'content/topics.yaml', swap('group: mechanism', `group: ${'m'.repeat(61)}`)],
  [
    'telegram-limits',
    'content/notices.yaml',
    (text) => text.replace(/bot-about:.*/, `bot-about: ${'I answer. '.repeat(20)}`),
  ],
  ['front-matter', DOSE, swap('---\nid:', 'id:')],
  ['schema', DOSE, swap('level: study-number', 'level: study-numbers')],
  ['schema', DOSE, swap('related:', 'relatd:')],
  ['yaml', DOSE, swap('related: [', 'related: [[')],
  ['markdown', HOW, (text) => `${text}\n# A heading\n`],
  ['markdown', HOW, (text) => `${text}\n[a link](https://example.org)\n`],
  ['safety-form', CRISIS, swap('## repeat', '## again')],
  ['missing-file', 'content/caveats.yaml', () => undefined],
  ['unknown-group', 'content/topics.yaml', swap('group: mechanism', 'group: mechanics')],
];

describe('each mistake is found by its rule, with its file', () => {
  test('the shipped content has none', () => {
    expect(problemsWith('', (text) => text)).toEqual([]);
  });

  test.each(CASES.map(([rule, path, change], i) => ({ rule, path, change, i })))(
    '$rule ($path, case $i)',
    ({ rule, path, change }) => {
      const found = problemsWith(path, change);
      expect(found.map((problem) => problem.rule)).toContain(rule);
      for (const { file, line, message } of found) {
        expect(file).toMatch(/^content\//);
        expect(line).toBeGreaterThan(0);
        expect(message.length).toBeGreaterThan(10);
      }
    },
  );
});

describe('problems carry the line of the mistake', () => {
  test('of a quote', () => {
    const text = shipped.find((file) => file.path === DOSE)?.text ?? '';
    const line = text.split('\n').findIndex((row) => row.includes('between 10–90 mg')) + 1;
    const [problem] = problemsWith(
      DOSE,
      swap('between 10–90 mg per hour', 'between 10–91 mg per hour'),
    ).filter(({ rule }) => rule === 'quote-verbatim');
    expect(problem).toMatchObject({ file: DOSE, line });
  });

  test('of a word that does not belong into the front matter', () => {
    const [problem] = problemsWith(DOSE, swap('level: study-number', 'level: study-numbers'));
    expect(problem).toMatchObject({ file: DOSE, line: 4 });
  });

  test('all mistakes are reported at once', () => {
    const rules = problemsWith(HOW, (text) => `${text}\nDr Miller proved it in 1999: it is proven.\n`).map(
      ({ rule }) => rule,
    );
    expect(rules).toEqual(expect.arrayContaining(['number-in-quote', 'name-in-quote', 'no-unproven-claim']));
  });
});
