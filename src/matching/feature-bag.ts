const SLOTS = 1 << 15;
const FULL = SLOTS / 2;

/**
 * Counts hashed features of one message at a time without making garbage: emptying it costs nothing, and what is in it
 * is read in the order in which it was first put there. Holds 16,384 different features; the rest of a longer message
 * is left out.
 */
export interface FeatureBag {
  size: number;
  /** Features in order of arrival; valid up to `size`. */
  readonly hashes: Uint32Array;
  readonly amounts: Float64Array;
  empty(): void;
  add(hash: number, amount: number): void;
}

export function createFeatureBag(): FeatureBag {
  const slots = new Int32Array(SLOTS);
  const stamps = new Int32Array(SLOTS);
  const hashes = new Uint32Array(FULL);
  const amounts = new Float64Array(FULL);
  let stamp = 1;
  return {
    size: 0,
    hashes,
    amounts,
    empty() {
      stamp += 1;
      this.size = 0;
    },
    add(hash, amount) {
      let slot = hash & (SLOTS - 1);
      while (stamps[slot] === stamp) {
        const at = slots[slot] as number;
        if (hashes[at] === hash) {
          amounts[at] = (amounts[at] as number) + amount;
          return;
        }
        slot = (slot + 1) & (SLOTS - 1);
      }
      if (this.size === FULL) return;
      stamps[slot] = stamp;
      slots[slot] = this.size;
      hashes[this.size] = hash;
      amounts[this.size] = amount;
      this.size += 1;
    },
  };
}
