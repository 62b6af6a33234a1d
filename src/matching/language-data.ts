import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { hashString } from './hash.ts';
import { layOut, rowFinder } from './hash-slots.ts';

/** The language detector as it is used here. */
export interface Eld {
  detect(text: string): { language: string; getScores(): Record<string, number>; isReliable(): boolean };
}

/** What eld knows: for each piece of a word the languages that have it, by number, and how often. */
interface LanguageData {
  readonly type: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly ngrams: Readonly<Record<string, Readonly<Record<number, number>>>>;
}

/** The same, packed into few long strings: an object for each piece would fill the heap. */
interface Packed {
  readonly type: string;
  readonly languages: Readonly<Record<string, string>>;
  /** Each ends with a line break. */
  readonly pieces: string;
  /** For each piece a character: in how many languages it is known. */
  readonly counts: string;
  /** For each of those two characters: the number of the language, and the figure. */
  readonly figures: string;
  /** With which no two pieces have the same hash. */
  readonly seed: number;
}

/** eld with its own data: 81,000 objects, which take 46 MB and leave twice that behind while they are read. */
export function loadEld(): Eld {
  return (load('small') as { eld: Eld }).eld;
}

/** eld with packed data, which take a tenth of that. Its answers are the same. */
export function openPacked(packed: string): Eld {
  const { type, languages, ...data }: Packed = JSON.parse(packed);
  const find = openPieces(data);
  const ngrams = new Proxy({}, { get: (_, piece) => find(String(piece)) });
  const { createEld } = load('../languageDetector.js') as {
    createEld: () => { instance: Eld; loadData: (data: object) => unknown };
  };
  const { instance, loadData } = createEld();
  loadData({ type, languages, ngrams });
  return instance;
}

/** Packs the data of eld, for `openPacked`. */
export function packLanguages(): string {
  const { ngramsData } = load('../ngrams/small.js') as { ngramsData: LanguageData };
  const { type, languages, ngrams } = ngramsData;
  const pieces = Object.keys(ngrams);
  const figures = Object.values(ngrams).map((each) =>
    Object.entries(each).map(([language, figure]) => String.fromCharCode(Number(language), figure)),
  );
  const packed: Packed = {
    type,
    languages,
    pieces: pieces.map((piece) => `${piece}\n`).join(''),
    counts: figures.map(({ length }) => String.fromCharCode(length)).join(''),
    figures: figures.flat().join(''),
    seed: findSeed(pieces),
  };
  return JSON.stringify(packed);
}

function findSeed(pieces: readonly string[]): number {
  for (let seed = 1; ; seed += 1)
    if (new Set(pieces.map((piece) => hashString(piece, seed))).size === pieces.length) return seed;
}

/** What is known of a piece: a figure for each of its languages. */
function openPieces({
  pieces,
  counts,
  figures,
  seed,
}: Omit<Packed, 'type' | 'languages'>): (piece: string) => Record<number, number> | undefined {
  const hashes = new Uint32Array(counts.length);
  const starts = new Uint32Array(counts.length);
  const figuresFrom = new Uint32Array(counts.length);
  for (let row = 0, start = 0, from = 0; row < counts.length; row += 1) {
    const end = pieces.indexOf('\n', start);
    hashes[row] = hashString(pieces.slice(start, end), seed);
    starts[row] = start;
    figuresFrom[row] = from;
    start = end + 1;
    from += 2 * counts.charCodeAt(row);
  }
  const rowOf = rowFinder(layOut(hashes));
  return (piece) => {
    const row = rowOf(hashString(piece, seed));
    const start = starts[row];
    // Another text may have the hash of a piece.
    if (start === undefined || !pieces.startsWith(`${piece}\n`, start)) return undefined;
    const known: Record<number, number> = {};
    const from = figuresFrom[row] as number;
    for (let i = from; i < from + 2 * counts.charCodeAt(row); i += 2)
      known[figures.charCodeAt(i)] = figures.charCodeAt(i + 1);
    return known;
  };
}

/** A file of eld: `small` is its entry, others are found from there. */
function load(file: string): unknown {
  const entry = fileURLToPath(import.meta.resolve('eld/small'));
  const require = createRequire(entry);
  return file === 'small' ? require(entry) : require(fileURLToPath(new URL(file, `file://${entry}`)));
}
