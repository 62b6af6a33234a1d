import type { Outcome } from '../answering/respond.ts';
import type { Matcher } from '../matching/create-matcher.ts';

/** How many of the nearest phrasings are shown. */
const CLOSEST = 5;

/** Why a question got its answer, as plain data: `ask --explain` prints it, `/why` turns it into lines. */
export interface Explanation {
  readonly safety: readonly { readonly class: string; readonly rule: string; readonly who: string }[];
  readonly read: string | undefined;
  readonly as: string | undefined;
  readonly closest: readonly {
    readonly id: string;
    readonly phrasing: string;
    readonly similarity: number;
  }[];
  readonly candidates: readonly {
    readonly id: string;
    readonly confidence: number;
    readonly score: number;
  }[];
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
  readonly foreign: readonly string[];
  readonly signals: Readonly<Record<string, number>>;
  readonly thresholds: Readonly<Record<string, number>> | undefined;
}

export function explain(outcome: Outcome, matcher: Matcher, text: string): Explanation {
  const { hits, judged } = outcome;
  const match = judged?.match;
  return {
    safety: hits.map(({ class: name, rule, who }) => ({ class: name, rule, who })),
    read: match?.text,
    as: judged?.as,
    closest: matcher.closest(text, CLOSEST).map((near) => ({ ...near, similarity: round(near.similarity) })),
    candidates: (match?.candidates ?? []).slice(0, CLOSEST).map(({ id, confidence, score }) => ({
      id,
      confidence: round(confidence),
      score: round(score),
    })),
    corrected: match?.corrected ?? [],
    foreign: match?.foreign ?? [],
    signals: record(match?.signals ?? []),
    thresholds: judged && { ...judged.bars },
  };
}

/** The same in short lines, for a person. */
export function explainInLines(explanation: Explanation): [string, ...string[]] {
  const { safety, read, as, closest, candidates, corrected, foreign, signals, thresholds } = explanation;
  const list = (items: Readonly<Record<string, number>>): string =>
    Object.entries(items)
      .map(([name, value]) => `${name} ${round(value)}`)
      .join(', ');
  return [
    `Safety rules: ${safety.map((hit) => `${hit.class} by "${hit.rule}"`).join(', ') || 'none matched'}`,
    ...(read === undefined ? [] : [`Read ${as ?? 'alone'} as: ${read}`]),
    ...(corrected.length > 0
      ? [`Corrected: ${corrected.map((c) => `${c.typed} → ${c.read}`).join(', ')}`]
      : []),
    ...(foreign.length > 0 ? [`Words I do not know: ${foreign.join(', ')}`] : []),
    ...candidates.map((c, i) => `${i + 1}. ${c.id} ${c.confidence} (score ${c.score})`),
    ...(candidates.length > 0 ? [`The message as a whole: ${list(signals)}`] : []),
    ...(thresholds ? [`Thresholds: ${list(thresholds)}`] : []),
    ...closest.map((near) => `Near: "${near.phrasing}" (${near.id}, ${near.similarity})`),
  ];
}

function record(
  signals: readonly { readonly name: string; readonly value: number }[],
): Record<string, number> {
  return Object.fromEntries(signals.map(({ name, value }) => [name, round(value)]));
}

function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 : value;
}
