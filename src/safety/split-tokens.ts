/** A run of letters, digits and the signs that stand in for them, and what was written before it. */
export interface Token {
  readonly text: string;
  readonly before: string;
}

const TOKEN = /([\p{L}\p{N}'@$!|*€£+]+)/u;
const EDGE_SIGNS = /^['!|*+£€]+|['!|*+]+$/g;

/** Cuts a cleaned message into tokens. Signs at their edges count as punctuation, signs inside as letters. */
export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  // By turns what stands between and what was found.
  const parts = text.split(TOKEN);
  let before = '';
  for (let i = 1; i < parts.length; i += 2) {
    before += parts[i - 1] as string;
    const found = parts[i] as string;
    const inner = found.replace(EDGE_SIGNS, '');
    const start = found.indexOf(inner);
    if (inner === '') before += found;
    else {
      tokens.push({ text: inner, before: before + found.slice(0, start) });
      before = found.slice(start + inner.length);
    }
  }
  return tokens;
}
