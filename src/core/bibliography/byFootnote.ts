import type { Span } from '../document';

/** What stands in which footnote, the innermost one; `undefined` for the text itself. Both sorted by their starts. */
export function byFootnote<F extends Span, T extends Span>(
  footnotes: readonly F[],
  items: readonly T[],
): Map<F | undefined, T[]> {
  const found = new Map<F | undefined, T[]>();
  const open: F[] = [];
  let next = 0;
  for (const item of items) {
    while (next < footnotes.length && footnotes[next]!.start <= item.start) open.push(footnotes[next++]!);
    while (open.length > 0 && open.at(-1)!.end <= item.start) open.pop();
    const note = open.at(-1);
    const inside = found.get(note);
    if (inside) inside.push(item);
    else found.set(note, [item]);
  }
  return found;
}
