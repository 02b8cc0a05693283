import { foldText } from '../text';

/** A run of sorted items, named by where it begins and ends: "A", "Bra". */
export interface Range<T> {
  readonly first: string;
  readonly last: string;
  readonly items: readonly T[];
}

/**
 * Cuts sorted items into runs of about the same length, at most `size`. Each is named by the shortest beginnings of
 * its first and last labels that tell them from the neighbours': "A – Bra", "Bri – D". How many runs there are
 * changes seldom while items come and go, so that the third stays about where it was.
 */
export function ranges<T>(items: readonly T[], labelOf: (item: T) => string, size: number): Range<T>[] {
  const count = evenNumber(items.length / size);
  const cut = (index: number) => Math.round((index * items.length) / count);
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [cut(index), cut(index + 1)];
    const label = (at: number) => {
      const item = items[at];
      return item === undefined ? '' : labelOf(item);
    };
    return {
      first: beginning(label(start), label(start - 1)),
      last: beginning(label(end - 1), label(end)),
      items: items.slice(start, end),
    };
  });
}

/** How long the runs of `count` items are for no level to have more than `size` rows: `size`, or more to nest them. */
export function lengthOfRuns(count: number, size: number): number {
  return Math.max(size, Math.ceil((count * 1.5) / size));
}

/** The least of 1, 2, 3, 4, 6, 8, 12, 16, … that is no less than `number`. */
function evenNumber(number: number): number {
  const power = 2 ** Math.ceil(Math.log2(Math.max(1, number)));
  return power > 2 && power * 0.75 >= number ? power * 0.75 : power;
}

/** The shortest beginning of `label` that `other` does not have; all of it where `other` begins with it. */
function beginning(label: string, other: string): string {
  const characters = [...label];
  const length = characters.findIndex((_, index) => {
    const part = foldText(characters.slice(0, index + 1).join(''));
    return part.trim() !== '' && !foldText(other).startsWith(part);
  });
  return characters.slice(0, length < 0 ? undefined : length + 1).join('');
}
