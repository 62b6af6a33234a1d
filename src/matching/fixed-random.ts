import { hashPair, spread } from './hash.ts';

/** The most keys that can be put in order. */
const MOST = 2 ** 20;

/** Numbers that look random and are the same for the same seed, always and on every machine (xorshift). */
export class FixedRandom {
  #state = 1;

  constructor(seed: number) {
    this.restart(seed);
  }

  /** Begins anew, as if made with this seed. */
  restart(seed: number): void {
    this.#state = spread(seed) || 1;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 2 ** 32;
  }
}

/**
 * A shuffle of things that have a key each, as their numbers: which of two comes first depends on their keys and the
 * salt alone, not on how many others there are, so that one more hardly changes what is learnt from all.
 */
export function shuffleByKey(keys: Uint32Array, salt: number): Int32Array {
  const marked = Float64Array.from(keys, (key, i) => hashPair(key, salt, 0) * MOST + i).sort();
  return Int32Array.from(marked, (mark) => mark % MOST);
}
