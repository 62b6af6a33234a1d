/** Share of the slots of a table that are taken. */
const FULL = 0.6;
const HASHES = 2 ** 32;

/**
 * Lays rows out to be found by hash: open addressing. Each slot holds the row, counted from 1, and beside it the hash,
 * so that a look-up touches one place in memory: most of its time is waiting for that.
 */
export function layOut(hashes: Uint32Array): Int32Array {
  const size = Math.ceil(hashes.length / FULL) + 1;
  const slots = new Int32Array(size * 2);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] as number;
    let slot = firstSlot(hash, size);
    while ((slots[slot * 2] as number) > 0) slot = slot + 1 === size ? 0 : slot + 1;
    slots[slot * 2] = row + 1;
    slots[slot * 2 + 1] = hash | 0;
  }
  return slots;
}

/** Where to begin to look for a hash. */
function firstSlot(hash: number, size: number): number {
  return Math.floor(((hash >>> 0) / HASHES) * size);
}

/** Finds rows that were laid out so: the row, or -1. */
export function rowFinder(slots: Int32Array): (hash: number) => number {
  const size = slots.length / 2;
  return (wanted) => {
    const hash = wanted | 0;
    let slot = firstSlot(wanted, size);
    for (;;) {
      const row = slots[slot * 2] as number;
      if (row === 0 || slots[slot * 2 + 1] === hash) return row - 1;
      slot = slot + 1 === size ? 0 : slot + 1;
    }
  };
}
