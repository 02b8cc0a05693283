import { cleanText } from '../../text';
import { cleanUrl } from '../../url';
import { attribute, type HtmlElement, textOf, tokens } from '../html/tree';
import type { FeedLink } from './pageReading';

const mostFeeds = 50;
const feedType =
  /^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json|text\/(?:rss|atom)\+?(?:xml)?)$/;
const dataType = /^(?:application\/json|(?:application|text)\/(?:xml|x-rss|rdf))$/;
const feedTitle = /\b(?:feeds?|rss|atom)\b|フィード/i;
/** A feed's address, by the last parts of its path. */
const feedPath =
  /(?:^|\/)(?:feeds?(?:\/(?:rss2?|atom|rdf|json|posts(?:\/default)?|all))?|(?:[\w-]*[-_.])?(?:rss2?|atom|feed)(?:\.(?:xml|json|rdf|atom|php|aspx))|rss2?|atom|index\.(?:xml|rss|atom|rdf)|feed\.json)\/?$/i;
const commentsFeed = /comment|replies|respuestas|kommentar|commentaire|コメント|评论|댓글/i;

/** The feeds that the page names, in its order; those of comments last, and before them those that its text links to. */
export function feedsOf(links: readonly HtmlElement[], base: string | undefined): FeedLink[] {
  const found = new Map<string, FeedLink & { rank: number }>();
  const add = (url: string | undefined, title: string, type: string, rank: number) => {
    if (url === undefined || url.length > 2000 || found.has(url)) return;
    const isOfComments = commentsFeed.test(title) || /\/comments?\//i.test(new URL(url).pathname);
    found.set(url, { url, ...(title ? { title } : {}), type, rank: isOfComments ? 2 : rank });
  };
  for (const link of links) {
    if (found.size >= mostFeeds) break;
    const href = attribute(link, 'href')
      .trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'http://');
    if (href === '' || href.length > 2000) continue;
    if (link.tag === 'link') {
      const title = cleanText(attribute(link, 'title').slice(0, 500));
      const type = typeOf(link, href, title);
      if (type !== undefined) add(cleanUrl(href, base), title, type, 0);
    } else if (isFeedPath(href)) add(cleanUrl(href, base), textOf(link, undefined, 100), typeOfPath(href), 1);
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank).map(({ rank: _, ...feed }) => feed);
}

/** The media type of a `<link>` to a feed; `undefined` for all other links. */
function typeOf(link: HtmlElement, href: string, title: string): string | undefined {
  const rel = tokens(link, 'rel');
  if (!rel.includes('alternate') && !rel.includes('feed')) return undefined;
  const type = attribute(link, 'type').toLowerCase().split(';')[0]!.trim();
  if (feedType.test(type)) return type;
  if (rel.includes('feed')) return type || typeOfPath(href);
  if (type !== '' && !dataType.test(type)) return undefined;
  if (attribute(link, 'hreflang') && type === '') return undefined;
  const isData = /wp-json|oembed/i.test(href);
  const isLikeFeed = isFeedPath(href) || (type !== '' && feedTitle.test(title));
  return isLikeFeed && !isData ? type || typeOfPath(href) : undefined;
}

const isFeedPath = (href: string): boolean =>
  feedPath.test(href.replace(/[?#].*$/s, '').slice(-200)) || /[?&]feed=(?:rss2?|atom|rdf)\b/i.test(href);

function typeOfPath(href: string): string {
  if (/json/i.test(href)) return 'application/feed+json';
  return /atom/i.test(href) ? 'application/atom+xml' : 'application/rss+xml';
}
