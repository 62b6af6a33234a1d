import { stemmer } from 'stemmer';
import type { Corpus, Vocabulary } from './corpus.ts';
import { compileEveryday, type Everyday } from './everyday.ts';
import { hashString } from './hash.ts';
import { irregularForms } from './irregular-forms.ts';
import { normalise } from './normalise.ts';
import { learnWordlike, type Wordlike } from './wordlike.ts';

/** A step of the tree that finds the terms of the vocabulary in a row of stems. */
export interface TermNode {
  /** Absent where no stem follows. */
  next: Map<string, TermNode> | undefined;
  /** Numbers of the concepts of which a term ends here. */
  readonly concepts: number[];
}

export interface ConceptInfo {
  readonly name: string;
  readonly kind: 'word' | 'question' | 'facet' | 'class';
  readonly hash: number;
}

/** What the matcher knows about words, compiled from the vocabulary and the phrasings. */
export interface Lexicon {
  readonly concepts: readonly ConceptInfo[];
  readonly terms: TermNode;
  readonly courtesies: TermNode;
  /** Words that occur in the phrasings or the vocabulary, and how often. */
  readonly known: ReadonlyMap<string, number>;
  /** Stems of the phrasings and of the vocabulary, and in how many phrasings each occurs. Any other is foreign here. */
  readonly familiar: ReadonlyMap<string, number>;
  /** Whether letters look like a word, known or not. */
  readonly wordlike: Wordlike;
  /** Words that alone say too little for an answer. */
  readonly generic: ReadonlySet<string>;
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly everyday: Everyday;
  /** Porter stem of a word, or of the word that an irregular form is read as; remembered. */
  stem(word: string): string;
}

const WORD = /\p{L}+(?:'\p{L}+)*|\p{N}+(?:[\u2024,]\p{N}+)*|%/gu;
const REMEMBERED = 20_000;
/** Stands for "in the vocabulary, whatever the phrasings say". */
const ALWAYS = 1000;

/** Words as typed: letters with inner apostrophes, or digits. `80mg` is two words, `10-day` as well. */
export function cutWords(normalised: string): string[] {
  return normalised.match(WORD) ?? [];
}

/** Typed words with the spellings of the vocabulary applied (`what's` to `what is`, `tumour` to `tumor`). */
export function spell(words: readonly string[], spellings: ReadonlyMap<string, readonly string[]>): string[] {
  const spelled: string[] = [];
  for (const word of words) {
    const cut = word.indexOf("'");
    const whole = spellings.get(word) ?? (cut < 0 ? undefined : spellings.get(word.replaceAll("'", '')));
    if (whole) spelled.push(...whole);
    else if (cut < 0) spelled.push(word);
    else if (word.slice(cut) === "n't") spelled.push(word.slice(0, cut), 'not');
    else spelled.push(word.slice(0, cut));
  }
  return spelled;
}

/** How often words occur: counted once over a corpus, then part of the model. */
export interface WordCounts {
  /** Words of the phrasings, the off-topic messages and the vocabulary. */
  readonly known: ReadonlyMap<string, number>;
  /** Stems of the phrasings and of the vocabulary. */
  readonly familiar: ReadonlyMap<string, number>;
}

/** Counts the words of a corpus. Reads every phrasing. */
export function countWords(corpus: Corpus): WordCounts {
  const { vocabulary, intents, offTopic } = corpus;
  const spellings = readSpellings(vocabulary);
  const known = new Map<string, number>();
  const know = (text: string): string[] => {
    const words = spell(cutWords(normalise(text)), spellings);
    for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
    return words;
  };
  for (const { terms } of vocabulary.concepts) for (const term of terms) know(term);
  for (const courtesy of vocabulary.courtesies) know(courtesy);
  const familiar = new Map<string, number>();
  for (const word of [...known.keys(), ...vocabulary.common]) familiar.set(stem(word), ALWAYS);
  for (const { phrasings } of intents) {
    for (const phrasing of phrasings) {
      for (const word of new Set(know(phrasing).map(stem))) familiar.set(word, (familiar.get(word) ?? 0) + 1);
    }
  }
  for (const message of offTopic) know(message);
  const { words: everyday } = everydayEnglish();
  for (const word of [...vocabulary.common, ...everyday, ...irregular.keys()]) {
    if (!known.has(word)) known.set(word, 1);
  }
  return { known, familiar };
}

export function compileLexicon(vocabulary: Vocabulary, { known, familiar }: WordCounts): Lexicon {
  const spellings = readSpellings(vocabulary);
  const stems = (text: string): string[] => spell(cutWords(normalise(text)), spellings).map(stem);
  const terms: TermNode = { next: undefined, concepts: [] };
  const courtesies: TermNode = { next: undefined, concepts: [] };
  const concepts = vocabulary.concepts.map(({ name, kind, terms: list }, number): ConceptInfo => {
    for (const term of list) plant(terms, stems(term), number);
    return { name, kind, hash: hashString(name, 0x2f0b4c47) };
  });
  for (const courtesy of vocabulary.courtesies) plant(courtesies, stems(courtesy), 0);
  const generic = new Set(vocabulary.generic);
  const everyday = everydayEnglish();
  const wordlike = learnWordlike(() => known.keys());
  return { concepts, terms, courtesies, known, familiar, wordlike, generic, spellings, everyday, stem };
}

function readSpellings({ spellings }: Vocabulary): Map<string, readonly string[]> {
  return new Map(
    Object.entries(spellings).map(([from, to]) => [from, to.split(' ').filter((word) => word !== '')]),
  );
}

function plant(root: TermNode, stems: readonly string[], concept: number): void {
  let node = root;
  for (const stem of stems) {
    node.next ??= new Map();
    let next = node.next.get(stem);
    if (!next) {
      next = { next: undefined, concepts: [] };
      node.next.set(stem, next);
    }
    node = next;
  }
  if (node !== root && !node.concepts.includes(concept)) node.concepts.push(concept);
}

/** Stems are the same for every corpus, and so is everyday English: both are worked out once. */
const stems = new Map<string, string>();
const irregular = irregularForms();
let everydayOnce: Everyday | undefined;

function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stemmer(irregular.get(word) ?? word);
    if (stems.size < REMEMBERED) stems.set(word, known);
  }
  return known;
}

function everydayEnglish(): Everyday {
  everydayOnce ??= compileEveryday(stem);
  return everydayOnce;
}
