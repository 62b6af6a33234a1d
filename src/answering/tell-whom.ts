import type { Matcher } from '../matching/create-matcher.ts';

/** Sets of `intents/safety-wordings/vocabulary.yaml`. */
const FIRST = 'risk: first-person';
const OTHERS: ReadonlySet<string> = new Set(['risk: third-person', 'risk: relative']);
const FORWARDED = /^\W*(?:fwd?|fw|forwarded|copied)\b/i;
/** Who tells of someone else says "I" as well, but not much more often than "she" and "my daughter". */
const SHARE = 0.5;

/** Whether a message is about its writer or about someone else: a guess, and either form of a text is safe. */
export function tellWhom(text: string, wordings: Matcher): 'self' | 'other' {
  if (FORWARDED.test(text)) return 'other';
  let first = 0;
  let others = 0;
  for (const { found } of wordings.read(text).sentences) {
    for (const { concept } of found) {
      const name = wordings.lexicon.concepts[concept]?.name ?? '';
      if (name === FIRST) first += 1;
      if (OTHERS.has(name)) others += 1;
    }
  }
  return others > first * SHARE ? 'other' : 'self';
}
