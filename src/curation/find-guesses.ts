import type { Mind } from '../answering/mind.ts';
import { type AnswerId, answerId } from '../domain/ids.ts';

/** An answer that a curator may pick for a wording. */
export interface Guess {
  readonly id: AnswerId;
  readonly title: string;
  /** 0 to 1; undefined for one that was named rather than matched. */
  readonly confidence: number | undefined;
}

const SHOWN = 5;

/**
 * The answers that may be meant by some words, the best first: an id typed in full alone, else those that hold the words
 * in their title, then what the matcher thinks. `first` leads the list: what was guessed when the question was asked.
 */
export function findGuesses(
  { content, matcher }: Pick<Mind, 'content' | 'matcher'>,
  words: string,
  first?: AnswerId,
): readonly Guess[] {
  const confidences = new Map(matcher.match(words).candidates.map(({ id, confidence }) => [id, confidence]));
  const guess = (id: AnswerId, confidence: number | undefined): Guess[] => {
    const title = content.answers.get(id)?.title;
    return title === undefined ? [] : [{ id, title, confidence }];
  };
  const typed = guess(answerId(words.trim()), undefined);
  if (typed.length > 0) return typed;
  const wanted = words.trim().toLowerCase();
  const titled = [...content.answers.values()].filter(({ title }) => title.toLowerCase().includes(wanted));
  const ids = new Set([
    ...(first === undefined ? [] : [first]),
    ...titled.slice(0, SHOWN).map(({ id }) => id),
    ...confidences.keys(),
  ]);
  return [...ids].flatMap((id) => guess(id, confidences.get(id))).slice(0, SHOWN);
}
