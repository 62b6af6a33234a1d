import Fuse from 'fuse.js';

/** Finds the known word that a mistyped one was meant to be; undefined when none is near enough. */
export type Repair = (word: string) => string | undefined;

const REMEMBERED = 5_000;
const SHORTEST = 4;

/**
 * Looks a word up in the vocabulary with Fuse.js, then ranks what it finds by true edit distance: one edit for short
 * words, two from eight letters on. Words of like length only, so that a look-up stays cheap. Results are remembered.
 *
 * @param known words and how often they occur
 */
export function createRepair(known: ReadonlyMap<string, number>): Repair {
  const byLength = new Map<number, string[]>();
  for (const word of known.keys()) {
    if (word.length < 3 || !/^\p{L}+$/u.test(word)) continue;
    const list = byLength.get(word.length);
    if (list) list.push(word);
    else byLength.set(word.length, [word]);
  }
  const shelves = new Map<number, Fuse<string>>();
  const shelf = (length: number): Fuse<string> => {
    let fuse = shelves.get(length);
    if (!fuse) {
      const words = [-1, 0, 1].flatMap((step) => byLength.get(length + step) ?? []);
      fuse = new Fuse(words, { threshold: 0.5, distance: 40, includeScore: false });
      shelves.set(length, fuse);
    }
    return fuse;
  };
  const remembered = new Map<string, string | undefined>();
  return (word) => {
    if (word.length < SHORTEST || word.length > 24 || !/^[a-z]+$/.test(word)) return undefined;
    if (remembered.has(word)) return remembered.get(word);
    const candidates = shelf(word.length).search(word, { limit: 20 });
    const found = nearest(
      word,
      candidates.map(({ item }) => item),
      known,
    );
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}

function nearest(
  word: string,
  candidates: readonly string[],
  known: ReadonlyMap<string, number>,
): string | undefined {
  const allowed = word.length >= 8 ? 2 : 1;
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance > allowed) continue;
    const sameStart = word[0] === candidate[0] ? 0 : 0.4;
    const cost = distance + sameStart - Math.min(0.3, Math.log10(known.get(candidate) ?? 1) / 10);
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

/** Damerau–Levenshtein distance (neighbouring letters swapped count as one edit). */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  let before = new Array<number>(width).fill(0);
  let above = Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j < width; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
