/** The index of the last one that begins at an offset or before, of those in the order of a text; -1 where none does. */
export function lastFrom<T>(ordered: readonly T[], offset: number, startOf: (one: T) => number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(ordered[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
