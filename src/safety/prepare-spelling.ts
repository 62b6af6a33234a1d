import type { CompiledRules } from './compile-rules.ts';
import { indexTypos, type TypoIndex } from './correct-typo.ts';
import type { SafetySpelling } from './rules.ts';

/** {@link SafetySpelling} with the vocabulary of the rules, ready for look-ups. */
export interface Spelling {
  readonly always: ReadonlyMap<string, readonly string[]>;
  readonly also: ReadonlyMap<string, readonly string[]>;
  readonly emoji: ReadonlyMap<string, string>;
  readonly drop: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  /** Words that need no mending. */
  readonly known: ReadonlySet<string>;
  /** Words into which letters run together may be cut. */
  readonly pieces: ReadonlySet<string>;
  readonly typos: TypoIndex;
}

/** Prepares the spelling of the rules once. */
export function prepareSpelling(
  spelling: SafetySpelling,
  { vocabulary, wanted }: Pick<CompiledRules, 'vocabulary' | 'wanted'>,
): Spelling {
  const always = new Map(Object.entries(spelling.always).map(([word, words]) => [word, words.split(' ')]));
  const also = new Map(Object.entries(spelling.also));
  const meant = [...wanted, ...spelling.common, ...[...always.values()].flat()];
  const known = new Set([
    ...vocabulary,
    ...meant,
    ...always.keys(),
    ...also.keys(),
    ...spelling.ordinary,
    ...spelling.turns,
  ]);
  return {
    always,
    also,
    emoji: new Map(Object.entries(spelling.emoji)),
    drop: new Set(spelling.drop),
    turns: new Set(spelling.turns),
    known,
    pieces: new Set(
      [...meant, ...always.keys()].filter((word) => word.length > 1 || word === 'i' || word === 'a'),
    ),
    typos: indexTypos(new Set(meant)),
  };
}
