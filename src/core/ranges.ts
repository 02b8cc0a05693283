import { foldText } from './text';

/** A run of sorted items, named by where it begins and ends: "A", "Bra". */
export interface Range<T> {
  readonly first: string;
  readonly last: string;
  readonly items: readonly T[];
}

/**
 * Cuts sorted items into runs of about the same length, at most `size`. Each is named by the shortest beginnings of
 * its first and last labels that tell them from the neighbours': "A – Bra", "Bri – D".
 */
export function ranges<T>(items: readonly T[], labelOf: (item: T) => string, size: number): Range<T>[] {
  const count = Math.ceil(items.length / size);
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

/** The shortest beginning of `label` that `other` does not have; all of it where `other` begins with it. */
function beginning(label: string, other: string): string {
  const characters = [...label];
  const length = characters.findIndex((_, index) => {
    const part = foldText(characters.slice(0, index + 1).join(''));
    return part.trim() !== '' && !foldText(other).startsWith(part);
  });
  return characters.slice(0, length < 0 ? undefined : length + 1).join('');
}
