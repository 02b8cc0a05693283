import type { Span } from '../document/citationsIn';
import { type KnownPosts, targetOf } from '../document/knownPosts';
import { addressesIn } from '../document/markdown';
import { foldText } from '../text';
import { paragraphsIn } from './paragraphs';

/**
 * The entries of a list whose posts the library does not know, though the document cites them: by an address of the
 * entry, or by a key that the library does not know either.
 */
export function strayEntries(
  text: string,
  block: Span,
  unknown: ReadonlySet<string>,
  known: Pick<KnownPosts, 'meantBy'>,
): Span[] {
  if (unknown.size === 0) return [];
  const hasUnknownKey = [...unknown].some(target => target.startsWith('@'));
  return paragraphsIn(text, block).filter(({ start, end }) => {
    const links = addressesIn(text.slice(start, end)).map(address => ({
      kind: 'link' as const,
      start,
      end,
      address,
    }));
    return (
      links.length > 0 &&
      links.every(link => known.meantBy(link).length === 0) &&
      links.some(link => hasUnknownKey || unknown.has(targetOf(link) ?? ''))
    );
  });
}

/** A list with strays among its entries, each before the first entry that comes after it in the alphabet. */
export function withStrays(entries: readonly string[], strays: readonly string[]): readonly string[] {
  if (strays.length === 0) return entries;
  const sorted = [...strays].sort((a, b) => (letters(a) < letters(b) ? -1 : 1));
  const merged: string[] = [];
  let next = 0;
  for (const stray of sorted) {
    while (next < entries.length && letters(entries[next]!) <= letters(stray)) merged.push(entries[next++]!);
    merged.push(stray);
  }
  return [...merged, ...entries.slice(next)];
}

const letters = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
