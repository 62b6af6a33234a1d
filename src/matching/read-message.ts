import { cutWords, type Lexicon, spell, type TermNode } from './lexicon.ts';
import { normalise } from './normalise.ts';
import type { Repair } from './repair-word.ts';
import { splitSentences } from './split-sentences.ts';

/** A word of the message. `typed` differs from `text` where it was repaired. */
export interface Word {
  readonly typed: string;
  readonly text: string;
  readonly stem: string;
  /** In the phrasings, the vocabulary or the list of common words (after repair). */
  readonly known: boolean;
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
  /** How much the sentence counts, 0 to 1. */
  readonly weight: number;
}

export interface Message {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

const ASKS =
  /^(?:and |so |but |or |ok |okay |then |also |well )*(?:what|whats|who|whos|whom|whose|where|wheres|when|why|how|hows|which|is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|has|have|had|any|anyone|anybody)\b|\b(?:tell me|explain|wonder|wondering|i want to know|want to know|like to know|need to know|wanna know|can (?:someone|anyone|somebody|anybody|you)|does (?:anyone|anybody)|what is|what are|how (?:much|many|long|do|does|is|are)|is there|are there|is it|does it)\b/;

/** Reads a message into weighted sentences of repaired words, and finds the terms of the vocabulary in them. */
export function readMessage(raw: string, lexicon: Lexicon, repair: Repair, context: number): Message {
  const text = normalise(raw);
  const parts = splitSentences(text).map((part) => {
    const words = dropCourtesies(readWords(part.text, lexicon, repair), lexicon);
    return { ...part, words, asks: part.marked || ASKS.test(part.text) };
  });
  const full = parts.some((part) => part.words.length > 0)
    ? parts.filter((part) => part.words.length > 0)
    : parts.map((part) => ({ ...part, words: readWords(part.text, lexicon, repair) }));
  const anyMarked = full.some((part) => part.marked);
  const anyAsks = full.some((part) => part.asks);
  const sentences = full.map((part): Sentence => {
    const question = anyMarked ? part.marked : part.asks;
    const weight = question || !anyAsks ? 1 : context;
    const { words } = part;
    return { text: part.text, words, found: findTerms(words, lexicon.terms), question, weight };
  });
  return { text, sentences };
}

function readWords(text: string, lexicon: Lexicon, repair: Repair): Word[] {
  const { known, stem } = lexicon;
  return spell(cutWords(text), lexicon.spellings).flatMap((typed): Word[] => {
    if (known.has(typed) || /^\p{N}/u.test(typed))
      return [{ typed, text: typed, stem: stem(typed), known: true }];
    const repaired = repair(typed);
    if (repaired === undefined) return [{ typed, text: typed, stem: stem(typed), known: false }];
    return spell([repaired], lexicon.spellings).map((word) => ({
      typed,
      text: word,
      stem: stem(word),
      known: true,
    }));
  });
}

function dropCourtesies(words: Word[], lexicon: Lexicon): Word[] {
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
      node = node.next.get(words[i]?.stem ?? '');
      if (!node) break;
      if (node.concepts.length > 0) [end, to] = [node, i + 1];
    }
    for (const concept of end?.concepts ?? []) found.push({ concept, from, to });
  }
  return found;
}
