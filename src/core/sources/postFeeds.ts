import type { FeedLink } from './parsed';

/** Those of a page's feeds that hold posts, not comments on them. */
export function postFeeds(links: readonly FeedLink[]): readonly FeedLink[] {
  return links.filter(({ title = '', url }) => !/comment/i.test(`${title} ${new URL(url).pathname}`));
}
