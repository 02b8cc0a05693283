import { compareDates } from './date';
import type { Post } from './post';

/** Newest first, undated last, then by title as people sort, then by key so that the order is always the same. */
export function comparePosts(a: Post, b: Post): number {
  return compareDates(a.issued, b.issued) || compareText(a.title, b.title) || (a.id < b.id ? -1 : 1);
}

/** Made at first use: it takes longer than all else that starting the extension does. */
let collator: Intl.Collator | undefined;

/** As people sort: case and accents count little, numbers by their value. */
export function compareText(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  return collator.compare(a, b);
}
