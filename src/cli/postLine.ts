import { isoDate } from '../core/date';
import { authorList } from '../core/name';
import { isProvisional, type Post } from '../core/post';

/** A post in one line of text, fields set apart by tabs: key, date, title, authors, address. */
export function postLine(post: Post): string {
  const date = post.issued ? isoDate(post.issued) : '';
  const fields = [post.id, date, shownTitle(post), authorList(post.author), post.url ?? ''];
  return `${fields.join('\t').trimEnd()}\n`;
}

/** The title, marked where Byline made it up. */
export function shownTitle(post: Post): string {
  return isProvisional(post) ? `${post.title} (provisional title)` : post.title;
}
