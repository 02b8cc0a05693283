import type { Span } from '../document/citationsIn';

/** The pieces of a stretch of text that blank lines set apart, without the line endings around them. */
export function paragraphsIn(text: string, { start, end }: Span): Span[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { index, 1: line } of text.slice(start, end).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const length = line!.trimEnd().length;
    if (length === 0) open = undefined;
    else if (open) open.end = start + index + length;
    else {
      open = { start: start + index, end: start + index + length };
      found.push(open);
    }
  }
  return found;
}
