/** Taken share of the places from which on there must be more of them. */
const FULL = 0.5;

/**
 * Counts, over all messages of a corpus, in how many each hashed feature occurs, and in how many classes. Flat arrays: a
 * map of millions of features is far slower.
 */
export class FeatureCounts {
  /** By row, in order of arrival; valid up to `size`. */
  hashes = new Uint32Array(1 << 16);
  messages = new Uint32Array(1 << 16);
  classes = new Uint32Array(1 << 16);
  size = 0;
  /** Row of the feature whose hash leads here, counted from 1. */
  #places = new Int32Array(1 << 17);
  #lastClass = new Int32Array(1 << 16);

  /** Notes that a message of a class holds a feature. Messages of one class must come together. */
  add(hash: number, label: number): void {
    const row = this.#rowOf(hash);
    this.messages[row] = (this.messages[row] as number) + 1;
    if (this.#lastClass[row] === label + 1) return;
    this.#lastClass[row] = label + 1;
    this.classes[row] = (this.classes[row] as number) + 1;
  }

  #rowOf(hash: number): number {
    const place = this.#placeOf(hash);
    const found = this.#places[place] as number;
    if (found > 0) return found - 1;
    if (this.size >= this.#places.length * FULL) {
      this.#grow();
      return this.#rowOf(hash);
    }
    this.hashes[this.size] = hash;
    this.size += 1;
    this.#places[place] = this.size;
    return this.size - 1;
  }

  #placeOf(hash: number): number {
    const mask = this.#places.length - 1;
    let place = hash & mask;
    for (;;) {
      const row = this.#places[place] as number;
      if (row === 0 || this.hashes[row - 1] === hash) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const longer = <T extends Uint32Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const rows = this.hashes.length * 2;
    this.hashes = longer(this.hashes, new Uint32Array(rows));
    this.messages = longer(this.messages, new Uint32Array(rows));
    this.classes = longer(this.classes, new Uint32Array(rows));
    this.#lastClass = longer(this.#lastClass, new Int32Array(rows));
    this.#places = new Int32Array(rows * 2);
    for (let row = 0; row < this.size; row += 1)
      this.#places[this.#placeOf(this.hashes[row] as number)] = row + 1;
  }
}
