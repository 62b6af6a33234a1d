/** Words by keys such as what is left of them without a letter: plain data, so that the build can leave it in the snapshot. */
export interface WordIndex {
  readonly words: readonly string[];
  /** By key: the first entry, and from each the next; 0 ends. */
  readonly heads: Int32Array;
  readonly next: Int32Array;
  /** Number of the word of each entry. */
  readonly owners: Int32Array;
}

/** Tells `see` each key of a word. No list is made: tens of thousands of words are indexed while a start waits. */
export type EachKey = (word: string, see: (key: number) => void) => void;

/**
 * Indexes words in flat arrays, in milliseconds: maps of lists would take ten times the memory, and the first mistyped
 * question waits for it.
 *
 * @param eachKey tells the keys of a word, such as {@link eachStruckOut} does
 */
export function indexWords(words: Iterable<string>, eachKey: EachKey): WordIndex {
  const all = [...words];
  let count = 0;
  const countOne = (): void => {
    count += 1;
  };
  for (const word of all) eachKey(word, countOne);
  let size = 1024;
  while (size < count) size *= 2;
  const mask = size - 1;
  const heads = new Int32Array(size);
  const next = new Int32Array(count + 1);
  const owners = new Int32Array(count + 1);
  let entry = 0;
  // From the last to the first, so that each chain runs in the order of the words.
  let owner = all.length - 1;
  const note = (key: number): void => {
    entry += 1;
    next[entry] = heads[key & mask] as number;
    heads[key & mask] = entry;
    owners[entry] = owner;
  };
  for (; owner >= 0; owner -= 1) eachKey(all[owner] as string, note);
  return { words: all, heads, next, owners };
}

/**
 * The words that have a key, in the order in which they were indexed, and some that only share its place: whoever asks
 * compares the words anyway.
 */
export function lookUp({ words, heads, next, owners }: WordIndex, key: number): string[] {
  const found: string[] = [];
  for (let at = heads[key & (heads.length - 1)] as number; at > 0; at = next[at] as number) {
    found.push(words[owners[at] as number] as string);
  }
  return found;
}

/** Tells the key of a word, and the keys of what is left of it without one letter, or without one and without two. */
export function eachStruckOut(word: string, times: 1 | 2, see: (key: number) => void): void {
  see(hashWithout(word));
  for (let i = 0; i < word.length; i += 1) {
    see(hashWithout(word, i));
    if (times === 2) for (let j = i + 1; j < word.length; j += 1) see(hashWithout(word, i, j));
  }
}

/** Hash of a word without the letters at one or two places; -1 leaves none out. */
function hashWithout(word: string, one = -1, two = -1): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) {
    if (i !== one && i !== two) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
