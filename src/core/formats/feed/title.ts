import { cleanText } from '../../text';
import { percentDecoded } from '../../url';
import { decodeReferences } from '../html/plainMarkup';
import { closedMarkup } from './markup';
import type { FeedText } from './parsedFeed';
import { plainText } from './text';

/** In UTF-16 units. */
const longestTitle = 2000;

/** The title as readers see it, in one line; empty where there is nothing to see. */
export function titleOf({ value, type }: FeedText): string {
  const start = value.slice(0, longestTitle * 10);
  const shown = plainText({ value: type === 'html' ? closedMarkup(start) : start, type }, longestTitle);
  const title = type === 'html' ? shown.replace(escapedTwice, decodeReferences) : shown;
  return cleanText(title.slice(0, longestTitle));
}

/** A mark that markup of a title shows as it is escaped; posts on HTML write of "&nbsp;" and "&lt;". */
const escapedTwice = /&(?!(?:nbsp|lt|gt);)(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/gi;

/** "My first post" for an address that ends in "/my-first-post.html", where that is all that is known. */
export function titleOfAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const slug = pathname.split('/').filter(Boolean).at(-1) ?? '';
  const words = cleanText(percentDecoded(slug.replace(/\.\w{1,5}$/, '')).replace(/[-_+.]+/g, ' '));
  return /\p{L}{2}/u.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : hostname;
}
