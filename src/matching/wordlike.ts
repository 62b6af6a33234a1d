/** Says how much a row of letters looks like a word of the same kind as the ones it has learnt. */
export type Wordlike = (word: string) => boolean;

const EDGE = '`';
const LETTERS = 27;
/** Mean surprise per letter, in nats, from which on letters do not look like a word. */
const ODD = 3.2;
const ODDEST = 6.5;

/**
 * Learns which letters follow which (letter trigrams, smoothed) from the known words, so that `syringe`, which it has
 * never met, passes for a word and `kktmine` for a slip of the fingers. It learns when it is first asked: a start need not wait.
 */
export function learnWordlike(words: () => Iterable<string>): Wordlike {
  let counts: Counts | undefined;
  return (word) => {
    if (!/^[a-z]+$/.test(word)) return true;
    counts ??= countTriples(words());
    const { triples, pairs } = counts;
    let sum = 0;
    let count = 0;
    let worst = 0;
    eachTriple(word, (pair, letter) => {
      const seen = (triples[pair * LETTERS + letter] ?? 0) + 0.05;
      const surprise = -Math.log(seen / ((pairs[pair] ?? 0) + 0.05 * LETTERS));
      sum += surprise;
      count += 1;
      worst = Math.max(worst, surprise);
    });
    return sum / count < ODD && worst < ODDEST;
  };
}

interface Counts {
  readonly triples: Float64Array;
  readonly pairs: Float64Array;
}

function countTriples(words: Iterable<string>): Counts {
  const triples = new Float64Array(LETTERS ** 3);
  const pairs = new Float64Array(LETTERS ** 2);
  for (const word of words) {
    if (!/^[a-z]{3,}$/.test(word)) continue;
    eachTriple(word, (pair, letter) => {
      triples[pair * LETTERS + letter] = (triples[pair * LETTERS + letter] ?? 0) + 1;
      pairs[pair] = (pairs[pair] ?? 0) + 1;
    });
  }
  return { triples, pairs };
}

function eachTriple(word: string, see: (pair: number, letter: number) => void): void {
  const text = `${EDGE}${EDGE}${word}${EDGE}`;
  for (let i = 2; i < text.length; i += 1) {
    const a = text.charCodeAt(i - 2) - 96;
    const b = text.charCodeAt(i - 1) - 96;
    see(a * LETTERS + b, text.charCodeAt(i) - 96);
  }
}
