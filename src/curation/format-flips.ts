import { countTurns, type Flip, type Flips, type Turn } from './compare-verdicts.ts';

const HEADINGS: Readonly<Record<Turn, string>> = {
  worse: 'Worse',
  better: 'Better',
  same: 'Different, neither better nor worse',
};

export interface FlipFormat {
  /** Lists the questions of the holdout half as well. */
  readonly all?: boolean;
  /** Lines listed under one change of outcome; the rest is counted. */
  readonly most?: number;
}

/**
 * The flip table as plain text: worse first, grouped by the change, with counts and the questions. Those of the holdout
 * half are counted and not shown, so that nobody writes wordings for them.
 */
export function formatFlips(flips: Flips, { all = false, most = 12 }: FlipFormat = {}): string {
  const { asked, right } = flips;
  if (asked === 0) return 'There are no labelled questions here, so nothing can be compared.';
  const counts = countTurns(flips);
  const total = `${asked} labelled questions: ${counts.better} better, ${counts.worse} worse, ${counts.same} different; right ${right.before} before, ${right.after} now.`;
  const parts = (['worse', 'better', 'same'] as const).flatMap((turn) => {
    const own = flips.flips.filter((flip) => flip.turn === turn);
    return own.length === 0 ? [] : [`${HEADINGS[turn]} (${own.length})\n${formatTurn(own, all, most)}`];
  });
  return [...parts, total].join('\n\n');
}

function formatTurn(flips: readonly Flip[], all: boolean, most: number): string {
  const changes = new Map<string, Flip[]>();
  for (const flip of flips) {
    const change = `${wantedOf(flip)}: ${flip.before} → ${flip.after}`;
    changes.set(change, [...(changes.get(change) ?? []), flip]);
  }
  return [...changes]
    .sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1))
    .map(([change, own]) => `  ${own.length} × ${change}\n${formatQuestions(own, all, most)}`)
    .join('\n');
}

function formatQuestions(flips: readonly Flip[], all: boolean, most: number): string {
  const open = flips.filter(({ question }) => all || !question.holdout);
  const lines = open.slice(0, most).map(({ question }) => `      ${question.text.replace(/\s+/g, ' ')}`);
  if (open.length > most) lines.push(`      … and ${open.length - most} more`);
  const hidden = flips.length - open.length;
  if (hidden > 0) lines.push(`      (${hidden} in the half that is only counted)`);
  return lines.join('\n');
}

function wantedOf({ question }: Flip): string {
  return question.wanted === undefined ? 'no answer wanted' : `wanted ${question.wanted}`;
}
