import { EVERYDAY_KINDS } from './everyday-kinds.ts';
import { EVERYDAY_SYNONYMS } from './everyday-synonyms.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { hashString } from './hash.ts';

/** What everyday English says about words, whatever the subject: hashed names by stem. */
export interface Everyday {
  /** All words of the lists: known, though no phrasing has them. */
  readonly words: ReadonlySet<string>;
  /** Classes that a word belongs to: `friday` is a weekday. */
  readonly kinds: ReadonlyMap<string, readonly number[]>;
  /** Sets of words that mean much the same, in which a word is: `receive` and `get`. */
  readonly synonyms: ReadonlyMap<string, readonly number[]>;
  /** The class of everything written in digits. */
  readonly number: number;
}

const KIND = 0x5bd1e995;
const SYNONYM = 0x1b873593;

export function compileEveryday(stem: (word: string) => string): Everyday {
  const words = new Set(EVERYDAY_WORDS.trim().split(/\s+/));
  const group = (lists: readonly (readonly [name: string, list: string])[], seed: number) => {
    const groups = new Map<string, number[]>();
    for (const [name, list] of lists) {
      const hash = hashString(name, seed);
      for (const word of list.split(' ')) {
        words.add(word);
        const own = groups.get(stem(word)) ?? [];
        if (!own.includes(hash)) groups.set(stem(word), [...own, hash]);
      }
    }
    return groups;
  };
  const sets = EVERYDAY_SYNONYMS.trim().split('\n');
  return {
    kinds: group(Object.entries(EVERYDAY_KINDS), KIND),
    synonyms: group(
      sets.map((set) => [set, set]),
      SYNONYM,
    ),
    words,
    number: hashString('number', KIND),
  };
}
