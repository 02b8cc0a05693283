import type { TextEdit } from '../document/textEdit';

/**
 * The edits that make one text of another, as few characters as can be told at little cost: without what both begin and
 * end with, and in two where something goes at one end of what is left and something comes at the other.
 * @param offset of `before` in the document
 */
export function minimalEdits(before: string, after: string, offset = 0): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const [gone, come] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const from = offset + start;
  const to = from + gone.length;
  const kept = overlap(gone, come);
  const keptBefore = overlap(come, gone);
  if (kept >= keptBefore && kept > 0) {
    return [
      { start: from, end: to - kept, text: '' },
      { start: to, end: to, text: come.slice(kept) },
    ];
  }
  if (keptBefore > 0) {
    return [
      { start: from, end: from, text: come.slice(0, come.length - keptBefore) },
      { start: from + keptBefore, end: to, text: '' },
    ];
  }
  return [{ start: from, end: to, text: come }];
}

/** How long an end of `a` is that `b` begins with; neither of them whole. By the prefix function of Knuth, Morris, Pratt. */
function overlap(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0;
  const text = `${b}\0${a.slice(1)}`;
  const lengths = new Uint32Array(text.length);
  for (let at = 1; at < text.length; at++) {
    let length = lengths[at - 1]!;
    while (length > 0 && text[at] !== text[length]) length = lengths[length - 1]!;
    lengths[at] = text[at] === text[length] ? length + 1 : 0;
  }
  const found = lengths.at(-1)!;
  return found < b.length && a.endsWith(b.slice(0, found)) ? found : 0;
}
