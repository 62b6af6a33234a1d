const LONGEST_WORD = 16;
const LONGEST_RUN = 200;

/** Cuts letters run together into known words, as few as possible. Undefined when they cannot all be used up. */
export function cutWords(letters: string, isWord: (candidate: string) => boolean): string[] | undefined {
  if (letters.length > LONGEST_RUN) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const before = best[start];
      if (!before || before.length + 1 >= (best[end]?.length ?? Number.POSITIVE_INFINITY)) continue;
      const word = letters.slice(start, end);
      if (isWord(word)) best[end] = [...before, word];
    }
  }
  const words = best[letters.length];
  return words ? [...words] : undefined;
}
