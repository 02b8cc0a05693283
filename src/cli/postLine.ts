import { isoDate } from '../core/date';
import { authorsText } from '../core/library';
import type { Post } from '../core/post';

/** A post in one line of text, fields set apart by tabs: key, date, title, authors, address. */
export function postLine(post: Post): string {
  const title = post.provisional?.includes('title') ? `${post.title} (provisional title)` : post.title;
  const date = post.issued ? isoDate(post.issued) : '';
  return `${[post.id, date, title, authorsText(post) ?? '', post.url ?? ''].join('\t').trimEnd()}\n`;
}
