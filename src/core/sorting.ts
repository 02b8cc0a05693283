/** Items that are sorted at once, and merged between two steps. */
const size = 500;

/** The items sorted as `Array.sort` does (stable), in steps of about a millisecond. */
export function* sorting<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    runs.push(items.slice(start, start + size).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(yield* merging(runs[index]!, runs[index + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merging<T>(a: T[], b: T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  if (b.length === 0 || compare(a.at(-1)!, b[0]!) <= 0) return a.concat(b);
  const merged: T[] = [];
  for (let [left, right] = [0, 0]; left < a.length || right < b.length; ) {
    const fromLeft = right >= b.length || (left < a.length && compare(a[left]!, b[right]!) <= 0);
    merged.push(fromLeft ? a[left++]! : b[right++]!);
    if (merged.length % size === 0) yield;
  }
  return merged;
}
