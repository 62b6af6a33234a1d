/** Wraps text at spaces to so many columns; lines that the text breaks itself stay broken. */
export function wrapText(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  const indent = /^(?:• |\d\. )/.exec(line) ? '   ' : '';
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > columns) {
      rows.push(row);
      row = indent + word;
    } else {
      row = row === '' ? word : `${row} ${word}`;
    }
  }
  return [...rows, row].join('\n');
}
