import { isSafetyClass, SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { cutSentences } from '../matching/cut-sentences.ts';

/** How much a message resembles the wordings of each safety class, 0 to 1. */
export interface Likeness {
  /** The message. */
  readonly text: string;
  /** The message as a whole. */
  readonly whole: Readonly<Record<SafetyClass, number>>;
  /** The sentence that resembles the class most; 0 for a message of one sentence. */
  readonly sentences: Readonly<Record<SafetyClass, number>>;
  /** How much the whole, or one of the sentences, resembles any risk. */
  readonly risk: number;
  /** How much the message as a whole resembles what is heavy and no risk. */
  readonly heavy: number;
  /** The sentence that resembles a risk most; the message itself where it is one sentence. */
  readonly riskiest: string;
}

/** So many sentences are looked at, each by itself, so that the time is bounded for any message. */
const MOST_SENTENCES = 40;

export function readLikeness(text: string, wordings: Matcher): Likeness {
  const whole = none();
  const sentences = none();
  const { risk, heavy } = look(text, wordings, whole);
  let most = 0;
  let riskiest = text;
  for (const part of cutSentences(text).slice(0, MOST_SENTENCES)) {
    const { risk: own } = look(part, wordings, sentences);
    if (own > most) [most, riskiest] = [own, part];
  }
  return { text, whole, sentences, risk: Math.max(risk, most), heavy, riskiest };
}

/** Notes the likeness to each class where it is the greatest so far; gives the likeness to any, and to what is heavy. */
function look(
  text: string,
  wordings: Matcher,
  most: Record<SafetyClass, number>,
): Pick<Likeness, 'risk' | 'heavy'> {
  let risk = 0;
  let heavy = 0;
  for (const { id, confidence } of wordings.rank(text).candidates) {
    const name: string = id;
    if (isSafetyClass(name)) {
      most[name] = Math.max(most[name], confidence);
      risk += confidence;
    } else heavy += confidence;
  }
  return { risk, heavy };
}

function none(): Record<SafetyClass, number> {
  return Object.fromEntries(SAFETY_CLASSES.map((name) => [name, 0])) as Record<SafetyClass, number>;
}
