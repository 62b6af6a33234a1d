import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

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

/** The same, packed: pieces and what is known of each in turn, as two characters for a language and its figure. */
interface Packed {
  readonly type: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly pieces: readonly string[];
}

/** eld with its own data: 81,000 objects, which take 46 MB and leave twice that behind while they are read. */
export function loadEld(): Eld {
  return (load('small') as { eld: Eld }).eld;
}

/** eld with packed data, which take a fifth of that. Its answers are the same. */
export function openPacked(packed: string): Eld {
  const { type, languages, pieces }: Packed = JSON.parse(packed);
  const known = new Map<string, string>();
  for (let i = 0; i < pieces.length; i += 2) known.set(pieces[i] as string, pieces[i + 1] as string);
  const ngrams = new Proxy({}, { get: (_, piece) => unpack(known.get(String(piece))) });
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
  const pieces = Object.entries(ngrams).flatMap(([piece, figures]) => [
    piece,
    Object.entries(figures)
      .map(([language, figure]) => String.fromCharCode(Number(language), figure))
      .join(''),
  ]);
  const packed: Packed = { type, languages, pieces };
  return JSON.stringify(packed);
}

function unpack(figures: string | undefined): Record<number, number> | undefined {
  if (figures === undefined) return undefined;
  const unpacked: Record<number, number> = {};
  for (let i = 0; i < figures.length; i += 2) unpacked[figures.charCodeAt(i)] = figures.charCodeAt(i + 1);
  return unpacked;
}

/** A file of eld: `small` is its entry, others are found from there. */
function load(file: string): unknown {
  const entry = fileURLToPath(import.meta.resolve('eld/small'));
  const require = createRequire(entry);
  return file === 'small' ? require(entry) : require(fileURLToPath(new URL(file, `file://${entry}`)));
}
