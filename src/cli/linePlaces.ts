/** Line and column, both from 1; columns are UTF-16 units, as editors count, and a byte order mark is none. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
}

/** Tells the places of a text's offsets. */
export function linePlaces(text: string): (offset: number) => LinePlace {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
  return offset => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: Math.max(1, offset - starts[low]! + 1) };
  };
}
