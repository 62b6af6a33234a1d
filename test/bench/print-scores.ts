import { percent } from './metrics.ts';
import type { Scores, Tally } from './score-ours.ts';
import { printTable } from './table.ts';

interface Half {
  readonly half: string;
  readonly scores: Scores;
}

/** The figures that the targets speak of, one column a half. */
export function printScores(halves: readonly Half[]): void {
  const row = (name: string, cell: (scores: Scores) => string): string[] => [
    name,
    ...halves.map(({ scores }) => cell(scores)),
  ];
  const share = (count: (scores: Scores) => number, of: (scores: Scores) => number) => (scores: Scores) =>
    percent(count(scores), of(scores));
  const tallied = (pick: (scores: Scores) => Tally, part: keyof Tally) =>
    share(
      (scores) => pick(scores)[part],
      (scores) => pick(scores).asked,
    );
  printTable(
    'This matcher',
    ['', ...halves.map(({ half }) => half)],
    [
      row('questions', ({ singles }) => String(singles.asked)),
      row(
        'right %',
        tallied(({ singles }) => singles, 'right'),
      ),
      row(
        'right or among three %',
        tallied(({ singles }) => singles, 'inThree'),
      ),
      row(
        'wrong %',
        tallied(({ singles }) => singles, 'wrong'),
      ),
      row(
        'first in the ranking %',
        share(
          ({ top1 }) => top1,
          ({ singles }) => singles.asked,
        ),
      ),
      row(
        'right with two typos %',
        tallied(({ mistyped }) => mistyped, 'right'),
      ),
      row(
        'wrong with two typos %',
        tallied(({ mistyped }) => mistyped, 'wrong'),
      ),
      row('off-topic answered %', ({ offTopicAnswered, offTopic }) => percent(offTopicAnswered, offTopic)),
      row('off-topic offered a choice %', ({ offTopicOffered, offTopic }) =>
        percent(offTopicOffered, offTopic),
      ),
      row('AUROC', (scores) => scores.auroc.toFixed(3)),
      row('group talk answered', ({ groupAnswered }) => String(groupAnswered)),
      row(
        'follow-ups right %',
        tallied(({ followUps }) => followUps, 'right'),
      ),
      row(
        'follow-ups wrong %',
        tallied(({ followUps }) => followUps, 'wrong'),
      ),
      row('both parts right %', ({ bothParts, twoPart }) => percent(bothParts, twoPart)),
      row(
        'single questions split in two %',
        share(
          ({ needlesslySplit }) => needlesslySplit,
          ({ singles }) => singles.asked,
        ),
      ),
      row('p50 µs', ({ micros }) => micros.p50.toFixed(0)),
      row('p99 µs', ({ micros }) => micros.p99.toFixed(0)),
      row('p99 µs with two typos', ({ micros }) => micros.mistypedP99.toFixed(0)),
    ],
  );
}

/** Right and wrong by style or by answer, both halves side by side. */
export function printTallies(
  title: string,
  halves: readonly Half[],
  pick: (scores: Scores) => ReadonlyMap<string, Tally>,
): void {
  const keys = [...new Set(halves.flatMap(({ scores }) => [...pick(scores).keys()]))].sort();
  printTable(
    title,
    ['', ...halves.flatMap(({ half }) => [half, 'right %', 'wrong %'])],
    keys.map((key) => [
      key,
      ...halves.flatMap(({ scores }) => {
        const { asked = 0, right = 0, wrong = 0 } = pick(scores).get(key) ?? {};
        return [String(asked), percent(right, asked), percent(wrong, asked)];
      }),
    ]),
  );
}
