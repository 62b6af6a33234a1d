/** A list that holds at least one item, so that "the first" always exists. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Narrows a list to {@link NonEmpty}. */
export function isNonEmpty<T>(items: readonly T[]): items is NonEmpty<T> {
  return items.length > 0;
}
