import type { Mark, UnansweredQuestion } from '../../src/domain/curation-stores.ts';
import { answerId } from '../../src/domain/ids.ts';

/** The mark of a person under a key; the stores see no more of anyone. */
export function mark(person: string, key = 'key-1'): Mark {
  return { key, mark: `mark-of-${person}` };
}

/** A question by someone, with what a test does not care about filled in. */
export function question(
  person: string,
  likeness: string,
  more: Partial<UnansweredQuestion> = {},
): UnansweredQuestion {
  return {
    text: `${person} asks: ${likeness}?`,
    likeness,
    kind: 'unknown',
    bestGuess: answerId('awake-dose'),
    asker: mark(person),
    released: false,
    at: 1_000,
    ...more,
  };
}
