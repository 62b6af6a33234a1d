import type { Spelling } from './prepare-spelling.ts';
import type { Token } from './split-tokens.ts';

/** A single sign, with no space beside it. */
const BREAK = /^[.\-_~\u00b7\u2022]$/;
const MOST_PIECES = 5;
/** Shorter words come about by chance ("a.m", "v.s"). */
const SHORTEST = 3;

/**
 * Reads a word that signs were put into (`ble.ed.ing`, `ket-am-ine`) as that word: only where it is known and not every
 * piece is, so that `self-harm` stays two words.
 */
export function joinBroken(tokens: readonly Token[], { known, always }: Spelling): Token[] {
  const isKnown = (word: string): boolean => known.has(word.toLowerCase()) || always.has(word.toLowerCase());
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at] as Token;
    let whole = first.text;
    let [text, end] = [whole, at + 1];
    let isBroken = !isKnown(whole);
    for (let i = at + 1; i < tokens.length && i < at + MOST_PIECES; i += 1) {
      const piece = tokens[i] as Token;
      if (!BREAK.test(piece.before)) break;
      whole += piece.text;
      isBroken ||= !isKnown(piece.text);
      if (isBroken && whole.length >= SHORTEST && isKnown(whole)) [text, end] = [whole, i + 1];
    }
    joined.push({ text, before: first.before });
    at = end;
  }
  return joined;
}
