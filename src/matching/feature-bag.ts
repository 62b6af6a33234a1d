/** Enough for nearly all messages, so that the tables stay in the processor's cache. A longer message makes them grow. */
const SLOTS = 1 << 11;
const MOST = 1 << 14;

/**
 * Counts hashed features of one message at a time without making garbage: emptying it costs nothing, and what is in it
 * is read in the order in which it was first put there. Holds 16,384 different features; the rest of a longer message
 * is left out.
 */
export class FeatureBag {
  size = 0;
  /** Features in order of arrival; valid up to `size`. */
  hashes = new Uint32Array(SLOTS / 2);
  amounts = new Float64Array(SLOTS / 2);
  /** By hash: the place among them, counted from `#base`. What is less is of an earlier message. */
  #slots = new Int32Array(SLOTS);
  #base = 1;

  empty(): void {
    this.#base += this.size;
    this.size = 0;
    if (this.#base < 1 << 30) return;
    this.#slots.fill(0);
    this.#base = 1;
  }

  add(hash: number, amount: number): void {
    const slot = this.#find(hash);
    const at = (this.#slots[slot] as number) - this.#base;
    if (at >= 0) {
      this.amounts[at] = (this.amounts[at] as number) + amount;
      return;
    }
    if (this.size === this.hashes.length) {
      if (this.size === MOST) return;
      this.#grow();
      this.#put(this.#find(hash), hash, amount);
    } else this.#put(slot, hash, amount);
  }

  /** Where a hash is, or where it would be. */
  #find(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const at = (this.#slots[slot] as number) - this.#base;
      if (at < 0 || this.hashes[at] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #put(slot: number, hash: number, amount: number): void {
    this.#slots[slot] = this.#base + this.size;
    this.hashes[this.size] = hash;
    this.amounts[this.size] = amount;
    this.size += 1;
  }

  #grow(): void {
    const { hashes, amounts, size } = this;
    this.hashes = new Uint32Array(size * 2);
    this.hashes.set(hashes);
    this.amounts = new Float64Array(size * 2);
    this.amounts.set(amounts);
    this.#slots = new Int32Array(size * 4);
    this.#base = 1;
    for (let i = 0; i < size; i += 1) this.#slots[this.#find(hashes[i] as number)] = this.#base + i;
  }
}
