import type { Span } from './citationsIn';

/** Turns a stretch of lines that were joined by line endings of one character into that of the document. */
export function lineOffsets(lines: readonly Span[]): (start: number, end: number) => Span {
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of lines) {
    starts.push(length);
    length += end - start + 1;
  }
  const toDocument = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return lines[low]!.start + offset - starts[low]!;
  };
  return (start, end) => ({
    start: toDocument(start),
    end: end > start ? toDocument(end - 1) + 1 : toDocument(start),
  });
}
