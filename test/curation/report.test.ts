import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countDecision } from '../../src/curation/count-decision.ts';
import { confusionName } from '../../src/curation/counter-names.ts';
import { gatherReport } from '../../src/curation/gather-report.ts';
import { reportPage } from '../../src/curation/report-page.ts';
import { reportText } from '../../src/curation/report-text.ts';
import { answerId } from '../../src/domain/ids.ts';
import type { Stores } from '../../src/domain/stores.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { mark, question } from '../storage/marks.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const DOSE = answerId('awake-dose');
const COMA = answerId('coma-dose');

let folder: string;
let stores: Stores;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  stores = await openStores(`file:${join(folder, 'bot.db')}`, { now: () => NOW });
});
afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As much of the content as the report looks at. One title tries to break out of the page. */
const content = {
  answers: new Map(
    [
      { id: DOSE, title: 'How much </script><img src=x onerror=alert(1)>?', kind: 'covered' },
      { id: COMA, title: 'How much in a coma?', kind: 'covered' },
      { id: answerId('is-it-a-cure'), title: 'Is it a cure?', kind: 'not-covered' },
      { id: answerId('thanks'), title: 'Thanks', kind: 'talk' },
    ].map((answer) => [answer.id, answer]),
  ),
} as never;

async function fill(): Promise<void> {
  const { counters, feedback, unanswered } = stores;
  await counters.addAll([
    ...countDecision({ kind: 'answer', ids: [DOSE], confidence: 0.9 }, NOW),
    ...countDecision({ kind: 'answer', ids: [DOSE, COMA], confidence: 0.9 }, NOW - 8 * DAY),
    ...countDecision({ kind: 'unknown', reason: 'nothing-fits', confidence: 0 }, NOW),
    ...countDecision({ kind: 'silent' }, NOW),
    { name: confusionName(DOSE, COMA), day: '2026-11-21', n: 2 },
    { name: 'outcome/safety', day: '2026-11-20', n: 1 },
    { name: 'outcome/answer', day: '2024-01-01', n: 99 },
  ]);
  for (const [person, helped] of [
    ['a', false],
    ['b', false],
    ['c', true],
  ] as const) {
    await feedback.vote({ answerId: DOSE, voter: mark(person), helped, at: NOW });
  }
  await unanswered.add(question('a', 'secret words of a member', { at: NOW }));
}

test('sums by week, outcome and answer; nothing from before', async () => {
  await fill();
  const data = await gatherReport(stores, content, { now: NOW, weeks: 3 });
  expect(data).toMatchObject({
    from: '2026-11-02',
    to: '2026-11-22',
    questions: 4,
    outcomes: { answer: 2, suggestions: 0, unknown: 1, safety: 1, talk: 0 },
    mostAsked: [
      { id: 'awake-dose', n: 2 },
      { id: 'coma-dose', n: 1 },
    ],
    worstRated: [{ id: 'awake-dose', helped: 1, notHelped: 2 }],
    neverUsed: [{ id: 'is-it-a-cure' }],
    confusions: [{ given: 'awake-dose', chosen: 'coma-dose', n: 2 }],
    unanswered: { questions: 1 },
  });
  expect(data.weeks.map(({ week, answer, safety }) => [week, answer, safety])).toEqual([
    ['2026-11-02', 0, 0],
    ['2026-11-09', 1, 0],
    ['2026-11-16', 1, 1],
  ]);
  expect(reportText(data)).toContain('2 of 3 votes say no');
});

test('the page stands alone, asks nobody for anything, and its scripts draw every chart', async () => {
  await fill();
  const page = reportPage(await gatherReport(stores, content, { now: NOW, weeks: 3 }));
  expect(page).toContain(
    `content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"`,
  );
  expect(page).not.toContain('secret words');
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? '');
  expect(scripts).toHaveLength(2);
  const markup = page.replace(/<script>[\s\S]*?<\/script>/g, '');
  expect(markup).not.toMatch(/https?:|<[^>]*\s(?:src|href)=|<link|<iframe|url\(|@import|<img/i);
  expect(scripts.join('')).not.toMatch(
    /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts/,
  );
  for (const code of scripts) new vm.Script(code);

  const drawn: { target: unknown; config: { data: { labels: string[]; datasets: { data: number[] }[] } } }[] =
    [];
  class Chart {
    constructor(target: unknown, config: never) {
      drawn.push({ target, config });
    }
  }
  const canvases = new Set([...markup.matchAll(/<canvas id="([^"]+)"/g)].map(([, id]) => id));
  const getElementById = (id: string) => (canvases.has(id) ? { id } : null);
  vm.runInNewContext(scripts[1] ?? '', { Chart, document: { getElementById } });
  expect(drawn).toHaveLength(5);
  expect(drawn.map(({ target }) => target)).not.toContain(null);
  expect(drawn[0]?.config.data.datasets[0]?.data.slice()).toEqual([0, 1, 1]);
  expect(drawn[2]?.config.data.labels[0]).toBe('How much </script><img src=x onerror=alert(1)>?');
});

test('a store without anything gives a page that says so', async () => {
  const data = await gatherReport(stores, content, { now: NOW, weeks: 2 });
  const page = reportPage(data);
  expect(page.match(/Nothing yet\./g)).toHaveLength(5);
  expect(reportText(data)).toContain('0 questions');
  const code = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].at(-1)?.[1] ?? '';
  const getElementById = (): never => expect.unreachable('no chart has a place');
  vm.runInNewContext(code, { Chart: class {}, document: { getElementById } });
});

test('the chart library is the one that is installed, with its licence', () => {
  const { version } = JSON.parse(readFileSync('node_modules/chart.js/package.json', 'utf8'));
  const page = readFileSync('node_modules/chart.js/dist/chart.umd.min.js', 'utf8');
  expect(page).toContain(`Chart.js v${version}`);
  expect(page).toContain('MIT License');
});
