const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'s", ''],
];
const PRONOUNS = new Set('he she it that this there here what who where when how'.split(' '));
const STEMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };

/** `can't` gives can, not; `she's` gives she, is; `Mum's`, which may be hers, gives the bare word. */
export function expandContraction(word: string): string[] {
  if (!word.includes("'")) return [word];
  for (const [ending, meaning] of ENDINGS) {
    if (!word.endsWith(ending) || word.length === ending.length) continue;
    const stem = word.slice(0, -ending.length).replaceAll("'", '');
    const whole = ending === "n't" ? (STEMS[stem] ?? stem) : stem;
    if (ending === "'s" && PRONOUNS.has(whole)) return [whole, 'is'];
    return meaning ? [whole, meaning] : [whole];
  }
  return [word.replaceAll("'", '')];
}
