import { compareText } from './compareText';
import { compareDates } from './date';
import type { Post } from './post';

/** Newest first, undated last, then by title as people sort, then by key so that the order is always the same. */
export function comparePosts(a: Post, b: Post): number {
  return compareDates(a.issued, b.issued) || compareText(a.title, b.title) || (a.id < b.id ? -1 : 1);
}
