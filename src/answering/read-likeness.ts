import { isSafetyClass, ofClasses, SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { cutSentences } from '../matching/cut-sentences.ts';
import { remember } from '../matching/remember.ts';
import type { Around, TriageResult } from '../safety/triage.ts';

/** How much a message resembles the wordings of each safety class, 0 to 1. */
export interface Likeness {
  /** The message as a whole. */
  readonly whole: ByClass;
  /** The sentence that resembles the class most; absent for a message of one sentence. */
  readonly sentences: ByClass | undefined;
  /** How much the words around the matches of a class resemble it, where a rule of it matches: the most of each. */
  readonly around: ReadonlyMap<SafetyClass, Readonly<Record<keyof Around, number>>>;
  /** How much the message as a whole resembles what is heavy and no risk. */
  readonly heavy: number;
  /** How many words the message has. */
  readonly words: number;
}

/** A likeness to each class, and to any of them together. */
export type ByClass = Readonly<Record<SafetyClass | 'risk', number>>;

/** So many sentences are looked at, each by itself, so that the time is bounded for any message. */
const MOST_SENTENCES = 40;

export function readLikeness(
  { plain, around }: Pick<TriageResult, 'plain' | 'around'>,
  wordings: Matcher,
): Likeness {
  // The words around matches often are the message, or a sentence of it.
  const look = remember((text) => lookAt(text, wordings));
  const { heavy, ...whole } = look(plain);
  const sentences = cutSentences(plain).slice(0, MOST_SENTENCES).map(look);
  return {
    whole,
    sentences: sentences.length > 0 ? mostOf(sentences) : undefined,
    around: new Map(
      [...around].map(([name, matches]) => {
        const most = (part: keyof Around): number =>
          Math.max(...matches.map((words) => look(words[part])[name]));
        return [name, { phrase: most('phrase'), clause: most('clause'), sentence: most('sentence') }];
      }),
    ),
    heavy,
    words: plain.split(/\s+/).length,
  };
}

function lookAt(text: string, wordings: Matcher): Record<SafetyClass | 'risk' | 'heavy', number> {
  const likeness = { ...none(), heavy: 0 };
  for (const { id, confidence } of wordings.rank(text).candidates) {
    const name: string = id;
    if (isSafetyClass(name)) {
      likeness[name] = confidence;
      likeness.risk += confidence;
    } else likeness.heavy += confidence;
  }
  return likeness;
}

function mostOf(all: readonly ByClass[]): ByClass {
  const most = none();
  for (const each of all) for (const name of PARTS) most[name] = Math.max(most[name], each[name]);
  return most;
}

const PARTS = [...SAFETY_CLASSES, 'risk'] as const;

function none(): Record<SafetyClass | 'risk', number> {
  return { ...ofClasses(() => 0), risk: 0 };
}
