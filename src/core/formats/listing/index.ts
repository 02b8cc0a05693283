import { mostProblems } from '../html/mostProblems';
import type { HtmlRoot } from '../html/parseHtml';
import { readHtmlListing } from './html';
import type { Listing, ListingOptions } from './listing';
import { readTextListing } from './text';

export type { Listing, ListingOptions } from './listing';

/** Whether a text is read as HTML, and not as Markdown or plain text. */
export const isHtmlListing = (text: string): boolean =>
  /^[\s\ufeff]*(?:<\?[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype|html|head|title|meta|link|body|main|article|section|div|ul|ol|table|header|nav)[\s>]/iu.test(
    text.slice(0, 5000),
  );

/** The posts of a page that lists posts, given as HTML or the tree of it, as Markdown or plain text. Never throws. */
export function readListing(page: string | HtmlRoot, options: ListingOptions): Listing {
  const isText = typeof page === 'string' && !isHtmlListing(page);
  const listing = isText ? readTextListing(page, options) : readHtmlListing(page, options);
  return { ...listing, problems: listing.problems.slice(0, mostProblems) };
}
