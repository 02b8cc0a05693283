import { cleanText } from '../text';
import type { CitationDetails } from './details';

/** In UTF-16 units; of a longer quote only the first and last words are named. */
const longestQuote = 80;
const endWords = 4;
/** What stands between the first and last words where those alone are named. */
const gap = ' … ';

/** The address of a post, at the quote that the details name: see `withTextFragment`. */
export function citedAddress(url: string, { locator }: CitationDetails = {}): string {
  return locator?.label === 'quote' ? withTextFragment(url, locator.value) : url;
}

/**
 * The address with a text directive behind its fragment (WICG, Scroll To Text Fragment): browsers scroll to the quote
 * and mark it. A long quote is named by its first and last words, as is one that says "the first words … the last words".
 */
export function withTextFragment(url: string, quote: string): string {
  const [start, end] = rangeOf(cleanText(quote));
  if (!start) return url;
  const [page = ''] = url.split(':~:', 1);
  const fragment = page.includes('#') ? '' : '#';
  return `${page}${fragment}:~:text=${[start, ...(end ? [end] : [])].map(encoded).join(',')}`;
}

/** The quote that an address points to, as `withTextFragment` takes it. */
export function quoteIn(address: string): string | undefined {
  const directives = address.split(':~:')[1]?.split('&') ?? [];
  const text = directives.find(directive => directive.startsWith('text='))?.slice('text='.length);
  const parts = text?.split(',').filter(part => !part.endsWith('-') && !part.startsWith('-')) ?? [];
  return parts.map(decoded).join(gap) || undefined;
}

/** Without its text directive. */
export function withoutTextFragment(address: string): string {
  const [page = ''] = address.split(':~:', 1);
  return page.length < address.length ? page.replace(/#$/, '') : address;
}

function rangeOf(quote: string): readonly [start: string, end?: string] {
  const [before = '', ...rest] = quote.split(gap);
  const last = rest.at(-1);
  if (before && last) return [before, last];
  if (quote.length <= longestQuote) return [quote];
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(quote)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const startEnd = words[endWords];
  const endStart = words.at(-endWords);
  if (words.length < 2 * endWords || !startEnd || !endStart) return [quote];
  return [quote.slice(0, startEnd.index).replace(/[^\p{L}\p{M}\p{N}]+$/u, ''), quote.slice(endStart.index)];
}

/** With all that has a meaning in the directive, or in Markdown. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[-!'()*~]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
