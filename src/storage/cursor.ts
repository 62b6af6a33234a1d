import type { Page } from '../domain/page.ts';

/** Cuts a page from one row more than it holds. */
export function cutPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  place: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? JSON.stringify(place(last)) : undefined;
  return { items: shown.map(item), next };
}

/** What `cutPage` wrote. Throws on anything else: a cursor comes from the program, never from a member. */
export function readCursor<Place extends readonly (string | number)[]>(after: string): Place {
  return JSON.parse(after) as Place;
}
