import type { SafetyHit } from '../domain/decision.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import type { TriageResult } from '../safety/triage.ts';

/**
 * How much a message, or a sentence of it, must resemble the wordings of a class (0 to 1). Set where the harmless half of
 * the development messages raises an alarm in at most one of a hundred.
 */
const BARS: Readonly<Record<SafetyClass, number>> = {
  'medical-emergency': 0.3,
  crisis: 0.3,
  'self-administration': 0.3,
  'personal-medical-advice': 0.4,
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
    const likeness = likenessOf(text, wordings);
    const more = SAFETY_CLASSES.filter(
      (name) => likeness[name] >= BARS[name] && !found.hits.some((hit) => hit.class === name),
    ).map((name): SafetyHit => ({ class: name, rule: `wordings of ${name}`, who: 'self', explicit: false }));
    if (more.length === 0) return found;
    const hits = [...found.hits, ...more].sort(
      (a, b) => SAFETY_CLASSES.indexOf(a.class) - SAFETY_CLASSES.indexOf(b.class),
    );
    return { ...found, hits };
  };
}

/** The most that the whole message, or any one sentence, resembles each class. */
function likenessOf(text: string, wordings: Matcher): Record<SafetyClass, number> {
  const sentences = text.match(/[^.?!\n]+[.?!\n]*/g) ?? [];
  const parts = sentences.length > 1 ? sentences.filter((part) => /\S\s+\S/.test(part.trim())) : [];
  const most = Object.fromEntries(SAFETY_CLASSES.map((name) => [name, 0])) as Record<SafetyClass, number>;
  for (const part of [text, ...parts.slice(0, MOST_PARTS)]) {
    for (const { id, confidence } of wordings.match(part).candidates) {
      const name = id as string as SafetyClass;
      most[name] = Math.max(most[name], confidence);
    }
  }
  return most;
}
