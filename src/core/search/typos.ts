import type { Trie } from './trie';

/** Called with a term, its typos, and whether they were counted on a beginning of it instead of the whole. */
export type TypoVisitor = (term: number, typos: number, prefix: boolean) => void;

/**
 * Finds the words at most `most` typos from `word`; with `unfinished`, also those that only begin so. A typo
 * is a letter missing, added, changed, or swapped with its neighbour (optimal string alignment distance).
 *
 * The trie is walked depth first with one row of the distance table per node, shared by all words below it,
 * and a branch is left when its whole row is over the limit (Shang & Merrett 1996). Only a band of
 * 2 * most + 1 cells around the diagonal can stay under it, so only that is computed:
 *
 *          c a s t r a p e l        row i, cell j: typos between the first i letters of
 *      c   0 1 2 .                  the path and the first j of the word
 *      a   1 0 1 2 .
 *      t   2 1 1 1 2 .
 */
export function findTypos(
  trie: Trie,
  word: string,
  most: number,
  unfinished: boolean,
  visit: TypoVisitor,
): number {
  const { unit, child, sibling, term } = trie;
  const length = word.length;
  const width = length + 1;
  const over = most + 1;
  const letters = Uint16Array.from(word, letter => letter.charCodeAt(0));
  const rows = new Uint8Array((length + most + 2) * width).fill(over);
  for (let j = 0; j <= Math.min(length, most); j++) rows[j] = j;
  let visited = 0;

  const walk = (parent: number, depth: number, before: number, bestAbove: number): void => {
    const row = depth * width;
    const above = row - width;
    const from = Math.max(1, depth - most);
    const to = Math.min(length, depth + most);
    for (let node = child[parent]!; node !== -1; node = sibling[node]!) {
      visited++;
      const letter = unit[node]!;
      let least = over;
      if (depth <= length + most) {
        rows[row + from - 1] = from === 1 ? Math.min(depth, over) : over;
        least = rows[row + from - 1]!;
        for (let j = from; j <= to; j++) {
          const same = letters[j - 1] === letter;
          let cost = rows[above + j - 1]! + (same ? 0 : 1);
          cost = Math.min(cost, rows[above + j]! + 1, rows[row + j - 1]! + 1);
          if (!same && depth > 1 && j > 1 && letters[j - 2] === letter && letters[j - 1] === before) {
            cost = Math.min(cost, rows[above - width + j - 2]! + 1);
          }
          rows[row + j] = Math.min(cost, over);
          if (cost < least) least = cost;
        }
        if (to < length) rows[row + to + 1] = over;
      }
      const whole = to === length && depth <= length + most ? rows[row + length]! : over;
      const best = unfinished ? Math.min(bestAbove, whole) : over;
      const found = term[node]!;
      if (found !== -1) {
        if (whole <= most && whole <= best) visit(found, whole, false);
        else if (best <= most) visit(found, best, true);
      }
      if (least <= most || best <= most) walk(node, depth + 1, letter, best);
    }
  };
  walk(0, 1, 0, over);
  return visited;
}
