const KEYS = 'abcdefghijklmnopqrstuvwxyz';

/** A text with random edits (a letter put in, left out, mistaken, or swapped with the next), the same for each seed. */
export function mistype(text: string, edits: number, seed: number): string {
  let state = (seed * 2654435761 + 97) >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let typed = text;
  for (let n = 0; n < edits && typed.length > 1; n += 1) {
    const at = below(typed.length);
    const [before, here, next, after] = [
      typed.slice(0, at),
      typed.charAt(at),
      typed.charAt(at + 1),
      typed.slice(at + 1),
    ];
    const key = KEYS.charAt(below(KEYS.length));
    typed = [
      before + after,
      before + key + here + after,
      before + key + after,
      before + next + here + typed.slice(at + 2),
    ][below(4)] as string;
  }
  return typed;
}
