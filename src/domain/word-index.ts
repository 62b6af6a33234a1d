/** Words by keys such as what is left of them without a letter: plain data, so that the build can leave it in the snapshot. */
export interface WordIndex {
  readonly words: readonly string[];
  /** By key: the first entry, and from each the next; 0 ends. */
  readonly heads: Int32Array;
  readonly next: Int32Array;
  /** Number of the word of each entry. */
  readonly owners: Int32Array;
}

/**
 * Indexes words in flat arrays, in milliseconds: maps of lists would take ten times the memory, and the first mistyped
 * question waits for it.
 *
 * @param keysOf made with {@link hashWithout}
 */
export function indexWords(words: Iterable<string>, keysOf: (word: string) => readonly number[]): WordIndex {
  const all = [...words];
  const keys = all.map(keysOf);
  const count = keys.reduce((sum, { length }) => sum + length, 0);
  let size = 1024;
  while (size < count) size *= 2;
  const mask = size - 1;
  const heads = new Int32Array(size);
  const next = new Int32Array(count + 1);
  const owners = new Int32Array(count + 1);
  let entry = 0;
  // From the last to the first, so that each chain runs in the order of the words.
  for (let owner = all.length - 1; owner >= 0; owner -= 1) {
    for (const key of keys[owner] as readonly number[]) {
      entry += 1;
      next[entry] = heads[key & mask] as number;
      heads[key & mask] = entry;
      owners[entry] = owner;
    }
  }
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

/** Hash of a word without the letters at one or two places; -1 leaves none out. */
export function hashWithout(word: string, one = -1, two = -1): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) {
    if (i !== one && i !== two) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
