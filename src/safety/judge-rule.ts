import type { CompiledContext, CompiledPattern, CompiledRule } from './compile-rules.ts';
import { findSpans, isPossible, NOWHERE, type Occurrences, type Span } from './find-spans.ts';
import type { SafetyScope } from './rules.ts';
import { BREAK, type Words } from './words.ts';

/** One message, with what was already found in it. */
export interface Reading {
  readonly words: Words;
  readonly occurrences: Occurrences;
  /** By pattern id. A map: a list for all patterns would be the largest thing that a message leaves behind. */
  readonly spans: Map<number, readonly Span[]>;
}

/** The first places, so many at most, where the rule matches and no reason speaks against it. */
export function judgeRule(rule: CompiledRule, reading: Reading, most = 1): readonly Span[] {
  if (!reading.occurrences.allows(rule)) return NOWHERE;
  const found: Span[] = [];
  const { when, firstNeeds } = rule;
  for (let i = 0; i < firstNeeds.length; i += 1) {
    const need = firstNeeds[i] as number;
    if (need >= 0 && !reading.occurrences.has(need)) continue;
    const pattern = when[i] as CompiledPattern;
    for (const span of spansOf(pattern, reading)) {
      if (rule.unless.some((context) => holds(context, span, reading))) continue;
      found.push(span);
      if (found.length === most) return found;
    }
  }
  return found;
}

/** Where a pattern matches in the message, found once. */
export function spansOf(pattern: CompiledPattern, reading: Reading): readonly Span[] {
  if (!isPossible(pattern, reading.occurrences)) return NOWHERE;
  const known = reading.spans.get(pattern.id);
  if (known) return known;
  const found = findSpans(pattern, reading.words, reading.occurrences);
  reading.spans.set(pattern.id, found);
  return found;
}

/** Whether the context stands close enough to a match to be about it. */
function holds(context: CompiledContext, match: Span, reading: Reading): boolean {
  const area = areaOf(context.scope, match, reading.words);
  return context.when.some((pattern) =>
    spansWithin(spansOf(pattern, reading), area).some(
      (span) => !context.unless.some((inner) => holds(inner, span, reading)),
    ),
  );
}

/** Where a context may stand to count for a match. */
function areaOf({ kind, reach }: SafetyScope, match: Span, { breaks, readings }: Words): Span {
  if (kind === 'touch') return match;
  const limit = kind === 'sentence' ? BREAK.sentence : BREAK.clause;
  let { start, end } = match;
  for (let left = reach; left > 0 && start > 0 && (breaks[start] ?? 0) < limit; left -= 1) start -= 1;
  if (kind === 'before') return { start, end };
  for (let left = reach; left > 0 && end < readings.length && (breaks[end] ?? 0) < limit; left -= 1) end += 1;
  return { start, end };
}

/** The spans that overlap an area. They are sorted by their end. */
function spansWithin(spans: readonly Span[], area: Span): readonly Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= area.start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < spans.length && (spans[last]?.start ?? 0) < area.end) last += 1;
  return spans.slice(low, last);
}
