import { mostProblems } from '../html/mostProblems';
import { readHtmlListing } from './html';
import type { Listing, ListingOptions } from './listing';
import { readTextListing } from './text';

export type { Listing, ListingOptions } from './listing';

const isHtml = (text: string) =>
  /^[\s\ufeff]*(?:<!--[^>]*-->\s*)?<(?:!doctype|html|head|body|main|article|section|div|ul|ol|table|header|nav)[\s>]/iu.test(
    text.slice(0, 5000),
  );

/** The posts of a page that lists posts, given as HTML, Markdown or plain text. Never throws. */
export function readListing(text: string, options: ListingOptions): Listing {
  const listing = isHtml(text) ? readHtmlListing(text, options) : readTextListing(text, options);
  return { ...listing, problems: listing.problems.slice(0, mostProblems) };
}
