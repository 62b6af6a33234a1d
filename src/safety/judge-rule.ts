import type { CompiledContext, CompiledPattern, CompiledRule } from './compile-rules.ts';
import { findSpans, type Occurrences, type Span } from './find-spans.ts';
import type { SafetyScope } from './rules.ts';
import { BREAK, type Words } from './words.ts';

/** One message, with what was already found in it. */
export interface Reading {
  readonly words: Words;
  readonly occurrences: Occurrences;
  /** By pattern id. */
  readonly spans: (readonly Span[] | undefined)[];
}

/** The first place where the rule matches and no reason speaks against it. */
export function judgeRule(rule: CompiledRule, reading: Reading): Span | undefined {
  for (const pattern of rule.when) {
    for (const span of spansOf(pattern, reading)) {
      if (!rule.unless.some((context) => holds(context, span, reading))) return span;
    }
  }
  return undefined;
}

/** Where a pattern matches in the message, found once. */
export function spansOf(pattern: CompiledPattern, reading: Reading): readonly Span[] {
  reading.spans[pattern.id] ??= findSpans(pattern, reading.words, reading.occurrences);
  return reading.spans[pattern.id] ?? [];
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
