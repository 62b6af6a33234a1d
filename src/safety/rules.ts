import type { SafetyClass } from '../domain/ids.ts';

/**
 * What a rule looks for. A string is a sequence in the small pattern language of `intents/safety/README.md`; the other
 * form asks for several sequences near each other in any order.
 */
export type SafetyPattern =
  | string
  | {
      readonly near: readonly string[];
      /** How many words may stand between one of them and the first, at most. */
      readonly within: number;
      /** Whether they may stand in different sentences. */
      readonly across: boolean;
    };

/** A reason why a match is harmless, such as "long past", and how far from the match it may stand. */
export interface SafetyContext {
  readonly name: string;
  readonly when: readonly SafetyPattern[];
  /** Makes the context not count, where it is found near the context itself. */
  readonly unless: readonly string[];
  readonly scope: SafetyScope;
}

/**
 * `touch`: overlaps the match. `before`: ends at most `reach` words before the match ends, in the same clause.
 * `clause` and `sentence`: anywhere in it, at most `reach` words away.
 */
export interface SafetyScope {
  readonly kind: 'touch' | 'before' | 'clause' | 'sentence';
  readonly reach: number;
}

export interface SafetyRule {
  readonly name: string;
  /** `soft` is no class: it only puts the support line under a normal answer. */
  readonly class: SafetyClass | 'soft';
  /** Any one of these makes a match. */
  readonly when: readonly SafetyPattern[];
  /** `@name` of a context, or a pattern in the same clause at most eight words away. */
  readonly unless: readonly string[];
  /** `auto` looks for who is meant in and around the match. */
  readonly who: 'self' | 'other' | 'auto';
  readonly explicit: boolean;
  /** Messages that this rule must find. A test runs them through the whole triage. */
  readonly matches: readonly string[];
  /** Messages in which neither this rule nor any other of its class may find anything. */
  readonly not: readonly string[];
}

/** How words may be written. Every key and value is lower case, without apostrophes. */
export interface SafetySpelling {
  /** Read as these words instead: short forms, text-speak, misspellings that no edit distance reaches. */
  readonly always: Readonly<Record<string, string>>;
  /** May also be read as one of these single words: sound-alikes that are words themselves. */
  readonly also: Readonly<Record<string, readonly string[]>>;
  /** A pictograph and the words it stands for. */
  readonly emoji: Readonly<Record<string, string>>;
  /** Left out before anything else: `um`, `uh`. */
  readonly drop: readonly string[];
  /** Words that begin a new clause: what stands before them is not about what stands after. */
  readonly turns: readonly string[];
  /** Everyday words, to cut letters run together into words. */
  readonly common: readonly string[];
  /** Ordinary words that look like a mistyped word of the lexicon and are none. */
  readonly ordinary: readonly string[];
}

/** Everything in `intents/safety/`, as plain data. */
export interface SafetyRules {
  /** Named sets of words and phrases. A member is words, `$other-set`, or `verb~` for a verb with its endings. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly spelling: SafetySpelling;
  readonly contexts: readonly SafetyContext[];
  /** What shows that somebody else wrote the message. */
  readonly forwarded: readonly SafetyPattern[];
  readonly rules: readonly SafetyRule[];
}
