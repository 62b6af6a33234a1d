import { normalise, stripped } from './normalise.ts';

/** Two questions in one message, as typed, and what stands between them. */
export interface Cut {
  readonly first: string;
  readonly second: string;
  /** `number`: 1) … 2) …; `end`: the end of a sentence; `question`: an "and" before a question; `sign`: any "and", + or &. */
  readonly at: 'number' | 'end' | 'question' | 'sign';
}

const ASK =
  "(?:what|whats|who|whos|whose|where|wheres|when|why|how|hows|which|is|are|was|were|do|does|did|can|could|will|would|should|may|has|have|any|please|tell|explain|list|if)(?:'s|'re)?";
const JOINS = new RegExp(
  `(?:\\s*[,;]\\s*|\\s+)(?:and also|and then|and|adn|nad|an|n|also|plus|then|but|as well as)\\s+(?=${ASK}\\b)|\\s*[,;]\\s*(?=${ASK}\\b)(?!(?:is|are|was|does|do|did) (?:it|that|this|they)\\b)|\\s+-\\s+(?=${ASK}\\b)`,
  'giu',
);
const SIGNS = /\s+[+&/|]\s+|\s*[;]\s*|\s+(?:and also|plus|as well as)\s+|,?\s+and\s+/giu;
const NUMBERED =
  /(?:^|\s)(?:1[.):]|first(?:ly)?[,:])\s*(.+?)\s*(?:^|\s)(?:2[.):]|second(?:ly)?[,:])\s*(.+)$/isu;
/** Longer messages are stories: they are cut between sentences only. */
const LONGEST = 240;

/**
 * Every way in which a message may be cut into two questions, the plainest first: numbered, two sentences that ask, an
 * "and" before a question word, any "and". Which of them, if any, is one is for the matcher to say.
 */
export function splitQuestion(text: string): Cut[] {
  const plain = stripped(text).trim();
  const cuts: Cut[] = [];
  const propose = (at: Cut['at'], first: string | undefined, second: string | undefined): void => {
    const a = first?.trim() ?? '';
    const b = second?.trim() ?? '';
    const least = at === 'number' || at === 'end' ? 1 : 2;
    if (countWords(a) >= least && countWords(b) >= least) cuts.push({ at, first: a, second: b });
  };
  const numbered = NUMBERED.exec(plain);
  if (numbered) propose('number', numbered[1], numbered[2]);
  const sentences = plain.match(/[^.?!\n]+[.?!\n]*/gu)?.filter((part) => /\p{L}{2}/u.test(part)) ?? [];
  const asking = sentences.filter((sentence) => sentence.includes('?'));
  if (asking.length === 2) propose('end', asking[0], asking[1]);
  else if (asking.length < 2 && sentences.length >= 2 && plain.length <= LONGEST) {
    for (let i = 1; i < sentences.length; i += 1)
      propose('end', sentences.slice(0, i).join(' '), sentences.slice(i).join(' '));
  }
  if (plain.length > LONGEST) return cuts;
  for (const [at, join] of [
    ['question', JOINS],
    ['sign', SIGNS],
  ] as const) {
    for (const { index, 0: found } of plain.matchAll(join)) {
      propose(at, plain.slice(0, index), plain.slice(index + found.length));
    }
  }
  return cuts;
}

function countWords(text: string): number {
  return normalise(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
