import type { Span } from './citationsIn';
import { lastFrom } from './lastFrom';

/** Turns a stretch of lines that were joined by line endings of one character into that of the document. */
export function lineOffsets(lines: readonly Span[]): (start: number, end: number) => Span {
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of lines) {
    starts.push(length);
    length += end - start + 1;
  }
  const toDocument = (offset: number): number => {
    const line = lastFrom(starts, offset, start => start);
    return lines[line]!.start + offset - starts[line]!;
  };
  return (start, end) => ({
    start: toDocument(start),
    end: end > start ? toDocument(end - 1) + 1 : toDocument(start),
  });
}
