/** What became of a list: objects that are new in it, and those that it had. */
export interface Changes<T> {
  readonly added: readonly T[];
  readonly gone: readonly T[];
}

/** How two lists of objects differ, their order apart; in small steps, and at once where little changed. */
export function* comparing<T extends object>(
  before: readonly T[],
  after: readonly T[],
): Generator<void, Changes<T>> {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let [end, afterEnd] = [before.length, after.length];
  while (end > start && afterEnd > start && before[end - 1] === after[afterEnd - 1]) {
    end--;
    afterEnd--;
  }
  const [old, fresh] = [before.slice(start, end), after.slice(start, afterEnd)];
  return { added: yield* missing(fresh, old), gone: yield* missing(old, fresh) };
}

const step = 64;

/** The items that the other list lacks. */
function* missing<T>(items: readonly T[], others: readonly T[]): Generator<void, T[]> {
  if (items.length === 0 || others.length === 0) return [...items];
  const known = new Set<T>();
  for (const [index, other] of others.entries()) {
    known.add(other);
    if (index % step === 0) yield;
  }
  const found: T[] = [];
  for (const [index, item] of items.entries()) {
    if (!known.has(item)) found.push(item);
    if (index % step === 0) yield;
  }
  return found;
}
