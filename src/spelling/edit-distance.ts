const ROW = 64;

/** Three rows of the table, used again for each pair: lists made anew were most of the cost. */
let rows = [new Uint16Array(ROW), new Uint16Array(ROW), new Uint16Array(ROW)] as const;

/** Letters left out, put in, changed, or swapped with a neighbour, to get from one word to the other. */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  if (width > rows[0].length) rows = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
  let [before, above, row] = rows;
  for (let j = 0; j < width; j += 1) above[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    const last = i > 1 ? a.charCodeAt(i - 2) : -1;
    row[0] = i;
    for (let j = 1; j < width; j += 1) {
      const own = b.charCodeAt(j - 1);
      let cost = (above[j - 1] as number) + (letter === own ? 0 : 1);
      cost = Math.min(cost, (above[j] as number) + 1, (row[j - 1] as number) + 1);
      if (j > 1 && last === own && letter === b.charCodeAt(j - 2)) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row[j] = cost;
    }
    [before, above, row] = [above, row, before];
  }
  return above[b.length] as number;
}
