import type { CompiledRule, CompiledRules } from './compile-rules.ts';
import type { Span } from './find-spans.ts';
import { type Reading, spansOf } from './judge-rule.ts';
import { BREAK } from './words.ts';

const REACH = 12;

/** Who is meant by a match: the nearest person in it, before it, or after it in the same sentence. */
export function tellWho(
  { rule }: CompiledRule,
  span: Span,
  reading: Reading,
  rules: CompiledRules,
): 'self' | 'other' {
  const { words, occurrences } = reading;
  if (rules.forwarded.some((pattern) => spansOf(pattern, reading).length > 0)) return 'other';
  if (rule.who !== 'auto') return rule.who;
  const personAt = (at: number): 'self' | 'other' | undefined => {
    if (occurrences.of(rules.other).has(at)) return 'other';
    return occurrences.of(rules.self).has(at) ? 'self' : undefined;
  };
  for (let at = span.start; at < span.end; at += 1) {
    const who = personAt(at);
    if (who) return who;
  }
  for (let at = span.start - 1, left = REACH; at >= 0 && left > 0; at -= 1, left -= 1) {
    if (words.breaks[at + 1] === BREAK.sentence && left < REACH) break;
    const who = personAt(at);
    if (who) return who;
  }
  for (let at = span.end; at < words.readings.length && words.breaks[at] !== BREAK.sentence; at += 1) {
    const who = personAt(at);
    if (who) return who;
  }
  return 'self';
}
