const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'s", ''],
];
const STEMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };

/** `can't` gives can, not; `she'll` gives she, will; `she's` and `Mum's` give the bare word. */
export function expandContraction(word: string): string[] {
  if (!word.includes("'")) return [word];
  for (const [ending, meaning] of ENDINGS) {
    if (!word.endsWith(ending) || word.length === ending.length) continue;
    const stem = word.slice(0, -ending.length).replaceAll("'", '');
    const whole = ending === "n't" ? (STEMS[stem] ?? stem) : stem;
    return meaning ? [whole, meaning] : [whole];
  }
  return [word.replaceAll("'", '')];
}
