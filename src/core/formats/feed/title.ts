import { cleanText } from '../../text';
import { closedMarkup } from './markup';
import type { FeedText } from './parsedFeed';
import { plainText } from './text';

/** In UTF-16 units. */
const longestTitle = 2000;

/** The title as readers see it, in one line; empty where there is nothing to see. */
export function titleOf(text: FeedText): string {
  const value = text.value.slice(0, longestTitle * 10);
  return plainText(
    { ...text, value: text.type === 'html' ? closedMarkup(value) : value },
    longestTitle,
  ).slice(0, longestTitle);
}

/** "my-first-post" of an address that is all that is known. */
export function titleOfAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const slug =
    pathname
      .split('/')
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.\w{1,5}$/, '') ?? '';
  const words = cleanText(slug.replace(/%[\da-f]{2}/gi, ' ').replace(/[-_+.]+/g, ' '));
  return /\p{L}{3}/u.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : hostname;
}
