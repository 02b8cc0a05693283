import { compareDates } from '../date';
import type { Post } from '../post';

/** Newest first, then by title. */
export function comparePosts(a: Post, b: Post): number {
  return compareDates(a.issued, b.issued) || order(a.title, b.title) || order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
