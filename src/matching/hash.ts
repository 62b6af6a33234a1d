/** 32-bit FNV-1a over UTF-16 units: the same in every run and on every machine. */
export function hashString(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return spread(hash);
}

/** One number from two, order kept: (a, b) and (b, a) differ. */
export function hashPair(a: number, b: number, salt: number): number {
  return spread(Math.imul(a ^ salt, 0x9e3779b1) + Math.imul(b, 0x85ebca6b));
}

/** Finishing step of MurmurHash3: every bit of the input moves every bit of the result. */
export function spread(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
