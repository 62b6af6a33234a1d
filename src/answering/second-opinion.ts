import type { SafetyHit } from '../domain/decision.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import type { TriageResult } from '../safety/triage.ts';

/**
 * How much a message must resemble the wordings of a class, 0 to 1: as a whole, or in one sentence of several. A
 * sentence alone is short and resembles much, so its bar is higher. Set on the development halves of the labelled
 * messages: the lowest bars, and so the most found, at which ordinary questions raise no more than one alarm in fifty.
 */
const BARS: Readonly<Record<SafetyClass, { readonly whole: number; readonly sentence: number }>> = {
  'medical-emergency': { whole: 0.4, sentence: 0.85 },
  crisis: { whole: 0.4, sentence: 0.85 },
  'self-administration': { whole: 0.55, sentence: 0.93 },
  'personal-medical-advice': { whole: 0.65, sentence: 0.96 },
};
/** Where a rule has matched already, only a strong likeness adds a further class. */
const BESIDE_A_RULE = 0.9;

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
    const resembled = classesLike(text, wordings, found.hits.length > 0 ? BESIDE_A_RULE : 0);
    const who = isAboutSomeoneElse(text) ? 'other' : 'self';
    const more = SAFETY_CLASSES.filter(
      (name) => resembled.has(name) && !found.hits.some((hit) => hit.class === name),
    ).map((name): SafetyHit => ({ class: name, rule: `wordings of ${name}`, who, explicit: false }));
    if (more.length === 0) return found;
    const hits = [...found.hits, ...more].sort(
      (a, b) => SAFETY_CLASSES.indexOf(a.class) - SAFETY_CLASSES.indexOf(b.class),
    );
    return { ...found, hits };
  };
}

/** The class that the whole message resembles most, and that of each sentence, where they resemble it enough. */
function classesLike(text: string, wordings: Matcher, least: number): ReadonlySet<SafetyClass> {
  const found = new Set<SafetyClass>();
  const look = (part: string, bar: 'whole' | 'sentence'): void => {
    const [best] = wordings.match(part).candidates;
    if (!best) return;
    const name = best.id as string as SafetyClass;
    if (best.confidence >= Math.max(BARS[name][bar], bar === 'whole' ? least : 0)) found.add(name);
  };
  look(text, 'whole');
  const sentences = (text.match(/[^.?!\n]+[.?!\n]*/g) ?? []).filter((part) => /\S\s+\S/.test(part.trim()));
  if (sentences.length > 1) for (const part of sentences.slice(0, MOST_PARTS)) look(part, 'sentence');
  return found;
}

/** Someone is spoken of, and nobody says "I": a guess, and either form of a text is safe. */
function isAboutSomeoneElse(text: string): boolean {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return (
    !['i', 'im', 'ive', 'id', 'ill', 'me'].some((word) => words.has(word)) &&
    ['he', 'she', 'they', 'him', 'her', 'his', 'them', 'hes', 'shes'].some((word) => words.has(word))
  );
}
