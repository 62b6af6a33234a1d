import type { UnansweredCounts } from '../domain/curation-stores.ts';
import type { Content } from '../domain/knowledge.ts';
import type { Count } from '../domain/running-stores.ts';
import type { Stores } from '../domain/stores.ts';
import { ANSWER, CONFUSION, COUNTED, type Counted, OUTCOME } from './counter-names.ts';

/** An answer and a number of something. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly n: number;
}

export interface Rating {
  readonly id: string;
  readonly title: string;
  readonly helped: number;
  readonly notHelped: number;
}

/** Everything that the report shows: sums only, nothing of a person and no text that anyone wrote. */
export interface ReportData {
  /** First and last day, in UTC. */
  readonly from: string;
  readonly to: string;
  readonly questions: number;
  readonly outcomes: Readonly<Record<Counted, number>>;
  /** Mondays with questions by outcome, oldest first, weeks without any included. */
  readonly weeks: readonly ({ readonly week: string } & Readonly<Record<Counted, number>>)[];
  readonly mostAsked: readonly Row[];
  /** Answers with the largest share of "not what I asked", of those with three votes or more. */
  readonly worstRated: readonly Rating[];
  /** Answers of the menu that nobody got. */
  readonly neverUsed: readonly Omit<Row, 'n'>[];
  readonly confusions: readonly {
    readonly given: string;
    readonly chosen: string;
    readonly n: number;
  }[];
  readonly unanswered: UnansweredCounts;
  readonly openProposals: number;
}

export type ReportStores = Pick<Stores, 'counters' | 'feedback' | 'unanswered' | 'proposals'>;

const DAY = 86_400_000;
const LISTED = 12;
const FEWEST_VOTES = 3;

/** Reads the sums of the last `weeks` weeks, the running one included. */
export async function gatherReport(
  stores: ReportStores,
  content: Pick<Content, 'answers'>,
  { now, weeks }: { readonly now: number; readonly weeks: number },
): Promise<ReportData> {
  const to = dayOf(now);
  const from = mondayOf(now - (weeks - 1) * 7 * DAY);
  const [outcomes, answers, confusions, tallies, unanswered, open] = await Promise.all([
    stores.counters.read(OUTCOME, from, to),
    stores.counters.read(ANSWER, from, to),
    stores.counters.read(CONFUSION, from, to),
    stores.feedback.tallies(from),
    stores.unanswered.counts(),
    stores.proposals.list('open'),
  ]);
  const titleOf = (id: string): string => titles.get(id) ?? id;
  const titles = new Map([...content.answers.values()].map(({ id, title }) => [id as string, title]));
  const asked = sumBy(answers, ({ name }) => name.slice(ANSWER.length));
  const medical = [...content.answers.values()].filter(({ kind }) => kind !== 'talk');
  return {
    from,
    to,
    questions: outcomes.reduce((sum, { n }) => sum + n, 0),
    outcomes: outcomeCounts(outcomes),
    weeks: byWeek(outcomes, from, now),
    mostAsked: largest(asked).map(([id, n]) => ({ id, title: titleOf(id), n })),
    worstRated: rate(tallies, titleOf),
    neverUsed: medical.filter(({ id }) => !asked.has(id)).map(({ id, title }) => ({ id, title })),
    confusions: largest(sumBy(confusions, ({ name }) => name.slice(CONFUSION.length))).map(([pair, n]) => {
      const [given = '', chosen = ''] = pair.split('/');
      return { given, chosen, n };
    }),
    unanswered,
    openProposals: open.length,
  };
}

function outcomeCounts(counts: readonly Count[]): Record<Counted, number> {
  const sums = sumBy(counts, ({ name }) => name.slice(OUTCOME.length));
  return Object.fromEntries(COUNTED.map((kind) => [kind, sums.get(kind) ?? 0])) as Record<Counted, number>;
}

function byWeek(counts: readonly Count[], from: string, now: number): ReportData['weeks'] {
  const weeks = new Map<string, Count[]>();
  for (let at = Date.parse(from); at <= now; at += 7 * DAY) weeks.set(dayOf(at), []);
  for (const count of counts) weeks.get(mondayOf(Date.parse(count.day)))?.push(count);
  return [...weeks].map(([week, own]) => ({ week, ...outcomeCounts(own) }));
}

function rate(
  tallies: Awaited<ReturnType<ReportStores['feedback']['tallies']>>,
  titleOf: (id: string) => string,
): readonly Rating[] {
  const sums = new Map<string, Rating>();
  for (const { answerId: id, helped, notHelped } of tallies) {
    const sum = sums.get(id) ?? { id, title: titleOf(id), helped: 0, notHelped: 0 };
    sums.set(id, { ...sum, helped: sum.helped + helped, notHelped: sum.notHelped + notHelped });
  }
  const share = ({ helped, notHelped }: Rating): number => notHelped / (helped + notHelped);
  return [...sums.values()]
    .filter(({ helped, notHelped }) => notHelped > 0 && helped + notHelped >= FEWEST_VOTES)
    .sort((a, b) => share(b) - share(a) || b.notHelped - a.notHelped || (a.id < b.id ? -1 : 1))
    .slice(0, LISTED);
}

function sumBy(counts: readonly Count[], keyOf: (count: Count) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const count of counts) sums.set(keyOf(count), (sums.get(keyOf(count)) ?? 0) + count.n);
  return sums;
}

function largest(sums: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, LISTED);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The Monday of a time's week, in UTC. */
function mondayOf(at: number): string {
  return dayOf(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY);
}
