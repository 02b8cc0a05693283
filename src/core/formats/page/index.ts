import type { PostRecord } from '../../post';
import type { Problem } from '../../problem';
import { cleanUrl } from '../../url';
import { mostProblems } from '../html/mostProblems';
import { type HtmlRoot, parseHtml } from '../html/parseHtml';
import { textOf } from '../html/tree';
import { canonicalOf } from './canonical';
import { feedsOf } from './feeds';
import { readHead } from './head';
import { isNoPostText, isNoPostTitle, isPlaceTitle } from './noPost';
import type { PageOptions, PageReading } from './pageReading';
import { readPost } from './readPost';

export type { FeedLink, PageOptions, PageReading } from './pageReading';

/**
 * Reads the page of one post, given as HTML or as the tree of it: by its JSON-LD, its `<meta>` elements, its microdata and what it shows, in
 * this order of trust. Never throws; work grows linearly with the page.
 */
export function readPage(page: string | HtmlRoot, { source, base }: PageOptions): PageReading {
  const root = typeof page === 'string' ? parseHtml(page) : page;
  const head = readHead(root);
  const address = cleanUrl(base);
  const resolve = (href: string) =>
    href.length > longestAddress ? undefined : cleanUrl(href.trim(), relativeTo);
  const relativeTo = head.base === undefined ? address : (cleanUrl(head.base, address) ?? address);
  const feeds = feedsOf(head.links, relativeTo);
  const { record, title, isSure, isList, stated, isEmpty, unknownDate, unreadable } = readPost(
    root,
    head,
    address,
    resolve,
  );
  const canonical = canonicalOf(
    [head.canonical, ...stated].map(href => href && resolve(href)),
    address,
  );

  const problems: Problem[] = root.isShortened ? [{ code: 'longPage', source }] : [];
  for (let at = 0; at < Math.min(unreadable, mostProblems); at++)
    problems.push({ code: 'unreadableEntry', source, detail: 'JSON-LD' });
  const isSigned = record?.issued !== undefined && record.author.length > 0;
  const isNone =
    !isSure &&
    (isList ||
      isNoPostTitle(head.title) ||
      isNoPostTitle(title ?? '') ||
      (!isSigned &&
        (isEmpty || isPlaceTitle(title ?? '') || isNoPostText(textOf(root, undefined, shortPage)))));
  const found = { ...(canonical ? { canonical } : {}), feeds };
  if (record === undefined || isNone) {
    const detail = (title ?? head.title).slice(0, 200);
    problems.push({ code: 'noPost', source, ...(detail ? { detail } : {}) });
    return { ...found, problems };
  }
  if (unknownDate && !record.issued)
    problems.push({ code: 'unknownDate', source, detail: unknownDate.slice(0, 80) });
  const url = canonical ?? withoutPlace(address);
  const post: PostRecord = url ? { ...record, url } : record;
  return { ...found, post, isSure, problems };
}

/** In characters. */
const longestAddress = 2000;
/** In characters: a guard's page has few words. */
const shortPage = 1000;

/** The address without the place on the page that a link leads to. */
const withoutPlace = (address: string | undefined): string | undefined =>
  address?.replace(/#(?!!?\/).*$/s, '');
