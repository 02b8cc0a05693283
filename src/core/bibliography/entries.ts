import { autolink } from '../citation/address';
import { inDialect } from '../citation/mdxText';
import type { Dialect } from '../document/dialect';
import { addressesIn } from '../document/markdown';
import type { Formatted } from './formatted';

/** The entries of posts in the order of the style, each one line of Markdown in which the post's address is linked. */
export function entriesOf({ posts, entries }: Formatted, dialect: Dialect): string[] {
  const byId = new Map(posts.map(post => [post.id, post]));
  return entries().map(({ id, text }) => {
    return inDialect(linked(text.replace(/\s*[\r\n]\s*/g, ' ').trim(), byId.get(id)?.url), dialect);
  });
}

/** Not every style tells where a post is. */
function linked(entry: string, url: string | undefined): string {
  if (url === undefined) return entry;
  const link = autolink(url);
  const isTold = addressesIn(entry).some(address => addressesIn(link).includes(address));
  return isTold ? entry : `${entry} ${link}`;
}
