/** A run of letters, digits and the signs that stand in for them, and what was written before it. */
export interface Token {
  readonly text: string;
  readonly before: string;
}

const TOKEN = /[\p{L}\p{N}'@$!|*€£+]+/gu;
const EDGE_SIGNS = /^['!|*+£€]+|['!|*+]+$/g;

/** Cuts a cleaned message into tokens. Signs at their edges count as punctuation, signs inside as letters. */
export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    const inner = found[0].replace(EDGE_SIGNS, '');
    if (inner === '') continue;
    const start = found.index + found[0].indexOf(inner);
    tokens.push({ text: inner, before: text.slice(end, start) });
    end = start + inner.length;
  }
  return tokens;
}
