import { cleanText } from './clean-text.ts';
import { joinBroken } from './join-broken.ts';
import { joinSpaced } from './join-spaced.ts';
import type { Spelling } from './prepare-spelling.ts';
import { splitTokens, type Token } from './split-tokens.ts';

/** A message as tokens: cleaned, with s p a c e d letters and bro.ken words joined. What every reader of triage begins with. */
export function readTokens(text: string, spelling: Spelling): Token[] {
  return joinBroken(joinSpaced(splitTokens(cleanText(text, spelling.emoji)), spelling), spelling);
}
