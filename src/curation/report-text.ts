import type { ReportData } from './gather-report.ts';

/** The report in a few lines, for the terminal. */
export function reportText(data: ReportData): string {
  const { outcomes, unanswered, openProposals } = data;
  const share = (n: number): string =>
    data.questions === 0 ? '–' : `${Math.round((100 * n) / data.questions)} %`;
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.slice(0, 5).map((line) => `  ${line}`)];
  return [
    `${data.from} to ${data.to}: ${data.questions} questions`,
    `  answered ${outcomes.answer} (${share(outcomes.answer)}) · unsure ${outcomes.suggestions} (${share(outcomes.suggestions)}) · unknown ${outcomes.unknown} (${share(outcomes.unknown)}) · about the bot ${outcomes.talk} · safety texts ${outcomes.safety}`,
    `  kept without an answer: ${unanswered.questions} in ${unanswered.groups.open} open groups · open proposals: ${openProposals}`,
    ...list(
      'Most asked',
      data.mostAsked.map(({ title, n }) => `${n} × ${title}`),
    ),
    ...list(
      'Worst rated',
      data.worstRated.map(
        ({ title, helped, notHelped }) => `${notHelped} of ${helped + notHelped} votes say no: ${title}`,
      ),
    ),
    ...list(
      'Mixed up',
      data.confusions.map(({ given, chosen, n }) => `${n} × ${given} instead of ${chosen}`),
    ),
    '',
    `Answers that nobody got: ${data.neverUsed.length}`,
  ].join('\n');
}
