export interface Weighted {
  readonly x: readonly number[];
  readonly y: 0 | 1;
  readonly weight: number;
}

/** Logistic regression by Newton's method with a touch of ridge: the constant first, then one weight a column. */
export function fitLogistic(rows: readonly Weighted[], steps = 40): number[] {
  const size = (rows[0]?.x.length ?? 0) + 1;
  const beta = new Array<number>(size).fill(0);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, (_, i) =>
      new Array<number>(size).fill(0).map((_zero, j) => (i === j ? 1e-7 * total : 0)),
    );
    for (const { x, y, weight } of rows) {
      const row = [1, ...x];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0)));
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + weight * (p - y) * value;
        const line = hessian[i];
        if (line)
          for (let j = 0; j < size; j += 1)
            line[j] = (line[j] ?? 0) + weight * p * (1 - p) * value * (row[j] ?? 0);
      });
    }
    solve(hessian, gradient).forEach((change, i) => {
      beta[i] = (beta[i] ?? 0) - change;
    });
  }
  return beta;
}

/** Gaussian elimination with pivoting. Changes its arguments. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = row;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot] as number[], matrix[column] as number[]];
    [right[column], right[pivot]] = [right[pivot] as number, right[column] as number];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = (matrix[row]?.[column] ?? 0) / (matrix[column]?.[column] ?? 1);
      for (let j = column; j < size; j += 1) {
        (matrix[row] as number[])[j] = (matrix[row]?.[j] ?? 0) - factor * (matrix[column]?.[j] ?? 0);
      }
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  return right.map((value, i) => value / (matrix[i]?.[i] ?? 1));
}
