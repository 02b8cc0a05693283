import type { TextEdit } from '../document/textEdit';

/**
 * One list of edits in place of two: `second` is of the text that `first` makes. An edit of `first` may be within one
 * of `second`, or apart from all.
 */
export function joinEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  let next = 0;
  let moved = 0;
  const lengthened = ({ start, end, text }: TextEdit) => text.length - (end - start);
  for (const { start, end, text } of second) {
    for (; next < first.length && first[next]!.start + moved < start; next++) {
      joined.push(first[next]!);
      moved += lengthened(first[next]!);
    }
    const from = start - moved;
    for (; next < first.length && first[next]!.start + moved < end; next++) moved += lengthened(first[next]!);
    joined.push({ start: from, end: end - moved, text });
  }
  return [...joined, ...first.slice(next)];
}
