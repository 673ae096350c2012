/** Edit distance in which a swap of neighbours counts once, or `Infinity` where it passes the limit. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let beforeAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    // Cells farther from the diagonal than the limit cost more than the limit.
    const current = new Array<number>(b.length + 1).fill(Infinity);
    if (row <= limit) current[0] = row;
    const least = fillRow(current, { a, b, row, above, beforeAbove }, Math.max(1, row - limit), Math.min(b.length, row + limit));
    if (Math.min(least, current[0]!) > limit) return Infinity;
    beforeAbove = above;
    above = current;
  }
  const edits = above[b.length]!;
  return edits > limit ? Infinity : edits;
}

interface Rows {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly above: readonly number[];
  readonly beforeAbove: readonly number[];
}

function fillRow(current: number[], { a, b, row, above, beforeAbove }: Rows, from: number, to: number): number {
  let least = Infinity;
  for (let column = from; column <= to; column++) {
    let cost = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
    if (above[column]! + 1 < cost) cost = above[column]! + 1;
    if (current[column - 1]! + 1 < cost) cost = current[column - 1]! + 1;
    const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (isSwap && beforeAbove[column - 2]! + 1 < cost) cost = beforeAbove[column - 2]! + 1;
    current[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
