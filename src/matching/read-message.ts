import { cutOpening } from './cut-opening.ts';
import { cutWords, type Lexicon, spell, type TermNode } from './lexicon.ts';
import { normalise } from './normalise.ts';
import type { Repair } from './repair-word.ts';
import { splitSentences } from './split-sentences.ts';

/** A word of the message. `typed` differs from `text` where it was repaired. */
export interface Word {
  readonly typed: string;
  readonly text: string;
  readonly stem: string;
  /** A word that no question of this subject has used. */
  readonly foreign: boolean;
  /** Unknown letters that do not look like a word: a slip of the fingers, or gibberish. */
  readonly garbled: boolean;
}

/** A concept of the vocabulary found in a sentence: its number, and the words it covers. */
export interface Found {
  readonly concept: number;
  readonly from: number;
  readonly to: number;
}

export interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly found: readonly Found[];
  readonly question: boolean;
  /** Whether it ends with a question mark. */
  readonly marked: boolean;
  /** How much the sentence counts, 0 to 1. */
  readonly weight: number;
}

export interface Message {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

const ASKS =
  /^(?:and |so |but |or |ok |okay |then |also |well )*(?:what|whats|who|whos|whom|whose|where|wheres|when|why|how|hows|which|list|compare|describe|is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|has|have|had|any|anyone|anybody)\b|\b(?:tell me|explain|wonder|wondering|i want to know|want to know|like to know|need to know|wanna know|can (?:someone|anyone|somebody|anybody|you)|does (?:anyone|anybody)|what is|what are|how (?:much|many|long|do|does|is|are)|is there|are there|is it|does it)\b/;

/** How a message is read. */
export interface Reading {
  readonly lexicon: Lexicon;
  readonly repair: Repair;
  /** Weight of a sentence that holds no question, in a message that holds one. */
  readonly context: number;
  /** Whether openings such as `can you tell me` are left out. */
  readonly openings: boolean;
  /**
   * In how many phrasings a word may occur and still be foreign: 0 for questions; 1 for a phrasing itself, so that
   * training meets foreign words as often as questions will.
   */
  readonly foreignUpTo: number;
  /** Known words as they were read before, for readings that are alike in all else. Absent: each is read anew. */
  readonly readBefore?: Map<string, Word>;
}

/** Reads a message into weighted sentences of repaired words, and finds the terms of the vocabulary in them. */
export function readMessage(raw: string, reading: Reading): Message {
  const { lexicon } = reading;
  const text = normalise(raw);
  const parts = splitSentences(text).map((part) => {
    const words = readWords(reading.openings ? cutOpening(part.text) : part.text, reading);
    return { ...part, words, asks: part.marked || ASKS.test(part.text) };
  });
  const anyMarked = parts.some((part) => part.marked);
  const anyAsks = parts.some((part) => part.asks);
  const bare = parts.map((part) =>
    anyAsks ? { ...part, words: dropCourtesies(part.words, lexicon) } : part,
  );
  const kept = bare.some((part) => part.words.length > 0)
    ? bare.filter((part) => part.words.length > 0)
    : parts;
  const sentences = kept.map(({ text: own, marked, asks, words }): Sentence => {
    const question = anyMarked ? marked : asks;
    const weight = question || !anyAsks ? 1 : reading.context;
    return { text: own, words, found: findTerms(words, lexicon.terms), question, marked, weight };
  });
  return { text, sentences };
}

function readWords(text: string, { lexicon, repair, foreignUpTo, readBefore }: Reading): Word[] {
  const { known, familiar, stem, wordlike } = lexicon;
  const word = (typed: string, read: string): Word => {
    const stemmed = stem(read);
    const unfamiliar = /^\p{L}{3}/u.test(read) && (familiar.get(stemmed) ?? 0) <= foreignUpTo;
    const garbled = unfamiliar && !known.has(read) && !wordlike(read);
    return { typed, text: read, stem: stemmed, foreign: unfamiliar && !garbled, garbled };
  };
  // Words that nobody knows are not remembered: they are the writer's own.
  const knownWord = (typed: string): Word => {
    const before = readBefore?.get(typed);
    if (before) return before;
    const read = word(typed, typed);
    readBefore?.set(typed, read);
    return read;
  };
  const words: Word[] = [];
  mendSpaces(spell(cutWords(text), lexicon.spellings), known).forEach((typed, i, all) => {
    if (known.has(typed)) {
      words.push(knownWord(typed));
      return;
    }
    const repaired = /^\p{L}/u.test(typed) ? repair(typed, words.at(-1)?.text ?? '', all[i + 1]) : undefined;
    if (repaired) for (const read of spell(repaired, lexicon.spellings)) words.push(word(typed, read));
    else words.push(word(typed, typed));
  });
  return words;
}

/**
 * Mends spaces that slipped: `ketam ine` is `ketamine`, `th elevel` is `the level`, `whati s` is `what is`. Only where
 * a piece is unknown and everything is known afterwards.
 */
function mendSpaces(words: readonly string[], known: ReadonlyMap<string, number>): readonly string[] {
  if (words.every((word) => known.has(word))) return words;
  const mended: string[] = [];
  for (const word of words) {
    const last = mended.at(-1);
    if (last === undefined || (known.has(last) && known.has(word))) mended.push(word);
    else if (known.has(last + word)) mended[mended.length - 1] = last + word;
    else {
      const moved = [
        [last + word.slice(0, 1), word.slice(1)],
        [last.slice(0, -1), last.slice(-1) + word],
      ].find((pair) => pair.every((piece) => piece === '' || known.has(piece)));
      if (moved) mended.splice(-1, 1, ...moved.filter((piece) => piece !== ''));
      else mended.push(word);
    }
  }
  return mended;
}

function dropCourtesies(words: readonly Word[], lexicon: Lexicon): readonly Word[] {
  const found = findTerms(words, lexicon.courtesies);
  if (found.length === 0) return words;
  const drop = new Set<number>();
  for (const { from, to } of found) for (let i = from; i < to; i += 1) drop.add(i);
  return words.filter((_, i) => !drop.has(i));
}

/** The longest term that starts at each word. */
export function findTerms(words: readonly Word[], root: TermNode): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let node: TermNode | undefined = root;
    let end: TermNode | undefined;
    let to = from;
    for (let i = from; i < words.length; i += 1) {
      node = node.next?.get(words[i]?.stem ?? '');
      if (!node) break;
      if (node.concepts.length > 0) [end, to] = [node, i + 1];
    }
    for (const concept of end?.concepts ?? []) found.push({ concept, from, to });
  }
  return found;
}
