import { runWhole } from '../sliced';
import { foldText } from '../text';

/** In characters; shorter keys are near to too many. */
const shortest = 4;
const farthest = 2;
/** Shorter ones have one slip at most: two would make another name of it. */
const shortestOfTwo = 8;
const most = 3;
const keysPerStep = 500;

/** The keys that were probably meant: those one or two slips away, or that go on where the key ends; best first, few. */
export function nearKeys(key: string, keys: Iterable<string>): string[] {
  return runWhole(findingNearKeys(key, keys));
}

/** `nearKeys` in small steps. */
export function* findingNearKeys(key: string, keys: Iterable<string>): Generator<undefined, string[]> {
  const given = foldText(key);
  if (given.length < shortest) return [];
  const limit = given.length < shortestOfTwo ? 1 : farthest;
  const found: { key: string; distance: number }[] = [];
  let count = 0;
  for (const other of keys) {
    if (++count % keysPerStep === 0) yield;
    if (Math.abs(other.length - key.length) > farthest && !other.startsWith(key)) continue;
    const folded = foldText(other);
    const distance = folded.startsWith(given) ? farthest : slips(given, folded, limit);
    if (distance !== undefined) found.push({ key: other, distance: folded === given ? 0 : distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
  return found.slice(0, most).map(near => near.key);
}

/**
 * How many letters have to come, go, change or swap with the next to make one text of the other; `undefined` for more
 * than `limit`. Optimal string alignment, within a band about the diagonal.
 */
export function slips(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  const at = (row: readonly number[] | undefined, column: number) => row?.[column] ?? limit + 1;
  let before: number[] | undefined;
  let above = Array.from({ length: limit + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current: number[] = [];
    let least = limit + 1;
    for (let column = Math.max(0, row - limit); column <= Math.min(b.length, row + limit); column++) {
      let value = column === 0 ? row : Math.min(at(above, column), at(current, column - 1)) + 1;
      if (column > 0) {
        const isSame = a[row - 1] === b[column - 1];
        value = Math.min(value, at(above, column - 1) + (isSame ? 0 : 1));
        const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
        if (isSwap) value = Math.min(value, at(before, column - 2) + 1);
      }
      current[column] = value;
      least = Math.min(least, value);
    }
    if (least > limit) return undefined;
    [before, above] = [above, current];
  }
  const distance = at(above, b.length);
  return distance > limit ? undefined : distance;
}
