import type { Counted } from './counter-names.ts';
import type { ReportData } from './gather-report.ts';

/** A bar chart as plain data. */
export interface Chart {
  readonly title: string;
  readonly type: 'bar';
  /** Bars that lie, for long labels. */
  readonly across: boolean;
  readonly stacked: boolean;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly colour: string;
  }[];
}

/** Names and colours; the colours can be told apart with any kind of colour vision (Okabe and Ito). */
const OUTCOMES: readonly (readonly [Counted, string, string])[] = [
  ['answer', 'answered', '#009E73'],
  ['suggestions', 'unsure', '#E69F00'],
  ['unknown', 'unknown', '#D55E00'],
  ['talk', 'about the bot', '#999999'],
  ['safety', 'safety text', '#0072B2'],
];
const [GOOD, BAD, PLAIN] = ['#009E73', '#D55E00', '#0072B2'];

/** The charts of the report, in the order they are shown. One without labels has nothing to show yet. */
export function reportCharts(data: ReportData): readonly Chart[] {
  const bars = { type: 'bar', across: true, stacked: false } as const;
  const some = data.questions > 0;
  return [
    {
      ...bars,
      title: 'Questions per week',
      across: false,
      stacked: true,
      labels: some ? data.weeks.map(({ week }) => week) : [],
      series: OUTCOMES.map(([kind, name, colour]) => ({
        name,
        colour,
        values: data.weeks.map((week) => week[kind]),
      })),
    },
    {
      ...bars,
      title: 'What became of them',
      labels: some ? OUTCOMES.map(([, name]) => name) : [],
      series: [{ name: 'questions', colour: PLAIN, values: OUTCOMES.map(([kind]) => data.outcomes[kind]) }],
    },
    {
      ...bars,
      title: 'Most asked',
      labels: data.mostAsked.map(({ title }) => title),
      series: [{ name: 'times given', colour: PLAIN, values: data.mostAsked.map(({ n }) => n) }],
    },
    {
      ...bars,
      title: 'Worst rated',
      stacked: true,
      labels: data.worstRated.map(({ title }) => title),
      series: [
        { name: 'not what I asked', colour: BAD, values: data.worstRated.map(({ notHelped }) => notHelped) },
        { name: 'this helped', colour: GOOD, values: data.worstRated.map(({ helped }) => helped) },
      ],
    },
    {
      ...bars,
      title: 'Confused: what was given first, and what was chosen then',
      labels: data.confusions.map(({ given, chosen }) => `${given} → ${chosen}`),
      series: [{ name: 'times', colour: BAD, values: data.confusions.map(({ n }) => n) }],
    },
  ];
}
