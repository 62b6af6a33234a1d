import type { SafetyHit } from '../domain/decision.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import type { TriageResult } from '../safety/triage.ts';

/**
 * How much a message must resemble the wordings of a class, 0 to 1: as a whole, or in one sentence of several. A
 * sentence alone is short and resembles much, so its bar is higher. Set on the development messages: a miss costs more
 * than a false alarm, and most of all in the first two classes.
 */
const BARS: Readonly<Record<SafetyClass, { readonly whole: number; readonly sentence: number }>> = {
  'medical-emergency': { whole: 0.2, sentence: 0.5 },
  crisis: { whole: 0.2, sentence: 0.5 },
  'self-administration': { whole: 0.2, sentence: 0.5 },
  'personal-medical-advice': { whole: 0.25, sentence: 0.5 },
};

/** So many sentences are looked at, each by itself, so that the time is bounded for any message. */
const MOST_PARTS = 40;

/**
 * Adds to the rules what their authors did not think of: messages that resemble the wordings in
 * `intents/safety-wordings/`. It can only add a class, never take one away, and what it finds is never "explicit":
 * talk that does not address the bot is answered by rules alone.
 */
export function withSecondOpinion(
  triage: (text: string) => TriageResult,
  wordings: Matcher,
): (text: string) => TriageResult {
  return (text) => {
    const found = triage(text);
    const resembled = classesLike(text, wordings);
    const more = SAFETY_CLASSES.filter(
      (name) => resembled.has(name) && !found.hits.some((hit) => hit.class === name),
    ).map((name): SafetyHit => ({ class: name, rule: `wordings of ${name}`, who: 'self', explicit: false }));
    if (more.length === 0) return found;
    const hits = [...found.hits, ...more].sort(
      (a, b) => SAFETY_CLASSES.indexOf(a.class) - SAFETY_CLASSES.indexOf(b.class),
    );
    return { ...found, hits };
  };
}

/** The classes that the whole message, or any one sentence of it, resembles enough. */
function classesLike(text: string, wordings: Matcher): ReadonlySet<SafetyClass> {
  const found = new Set<SafetyClass>();
  const look = (part: string, bar: 'whole' | 'sentence'): void => {
    for (const { id, confidence } of wordings.match(part).candidates) {
      const name = id as string as SafetyClass;
      if (confidence >= BARS[name][bar]) found.add(name);
    }
  };
  look(text, 'whole');
  const sentences = (text.match(/[^.?!\n]+[.?!\n]*/g) ?? []).filter((part) => /\S\s+\S/.test(part.trim()));
  if (sentences.length > 1) for (const part of sentences.slice(0, MOST_PARTS)) look(part, 'sentence');
  return found;
}
