import { expandContraction } from './expand-contraction.ts';
import { findBreak } from './find-break.ts';
import { mendWord } from './mend-word.ts';
import type { Spelling } from './prepare-spelling.ts';
import { looksLikeLeet, readLeet } from './read-leet.ts';
import type { Token } from './split-tokens.ts';
import { BREAK, type Break, type Words } from './words.ts';

const SPOKEN_COMMA = new Set(['comma', 'newline']);
const SHORT_SENTENCE = 2;
const SHORT_IN_A_ROW = 3;

/** Reads a message as words with their possible readings, and the breaks between them. */
export function readWords(tokens: readonly Token[], spelling: Spelling): Words {
  const leet = tokens.some(({ text: word }) => isLeet(word.toLowerCase(), spelling));
  const mended = new Map<string, (readonly string[])[]>();
  const readings: (readonly string[])[] = [];
  const breaks: Break[] = [];
  let pending: Break = BREAK.sentence;
  for (const token of tokens) {
    const here = findBreak(token.before, token.text);
    if (here > pending) pending = here;
    const word = token.text.toLowerCase();
    if (SPOKEN_COMMA.has(word) && pending < BREAK.comma) pending = BREAK.comma;
    if (SPOKEN_COMMA.has(word) || spelling.drop.has(word)) continue;
    let parts = mended.get(word);
    if (!parts) {
      parts = expandContraction(word).flatMap((part) => mendWord(part, leet, spelling));
      mended.set(word, parts);
    }
    for (const part of parts) {
      if (part[0] === readings.at(-1)?.[0] && pending < BREAK.sentence) continue;
      if (spelling.turns.has(part[0] ?? '') && pending < BREAK.clause) pending = BREAK.clause;
      readings.push(part);
      breaks.push(pending);
      pending = BREAK.none;
    }
  }
  return { readings, breaks: joinShortSentences(breaks) };
}

function isLeet(word: string, { known }: Spelling): boolean {
  return looksLikeLeet(word) && readLeet(word, (candidate) => known.has(candidate)).length > 0;
}

/** `I. WANT. TO. GO.` is one sentence, however it is dotted. */
function joinShortSentences(breaks: readonly Break[]): Break[] {
  const starts = breaks.flatMap((each, at) => (each === BREAK.sentence ? [at] : []));
  const isShort = starts.map((start, i) => (starts[i + 1] ?? breaks.length) - start <= SHORT_SENTENCE);
  const joined = [...breaks];
  let run = 0;
  for (let i = 0; i <= starts.length; i += 1) {
    if (isShort[i]) {
      run += 1;
      continue;
    }
    if (run >= SHORT_IN_A_ROW) for (const start of starts.slice(i - run + 1, i)) joined[start] = BREAK.comma;
    run = 0;
  }
  return joined;
}
