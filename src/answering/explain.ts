import type { Matcher } from '../matching/create-matcher.ts';
import { decideMessage } from '../matching/decide-message.ts';
import type { Explanation } from './explanation.ts';
import type { Outcome } from './respond.ts';

/** How many of the nearest phrasings are shown. */
const CLOSEST = 5;

/** @param text the very message that the outcome came from */
export function explain(outcome: Outcome, matcher: Matcher, text: string): Explanation {
  const { hits, judged } = outcome;
  // Worked out once more: an outcome holds nothing of the message.
  const match = judged && decideMessage(text, matcher, judged.bars, judged.last).match;
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
    evidence: record((match?.evidence ?? []).filter(({ value }) => value !== 0)),
    thresholds: judged && { ...judged.bars },
  };
}

/** The same in short lines, for a person. */
export function explainInLines(explanation: Explanation): [string, ...string[]] {
  const { safety, read, as, closest, candidates, corrected, foreign, signals, evidence, thresholds } =
    explanation;
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
    ...(candidates.length > 0
      ? [`What speaks for the first: ${list(evidence)}`, `The message as a whole: ${list(signals)}`]
      : []),
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
