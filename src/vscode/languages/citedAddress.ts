import { quoteIn } from '../../core/citation/textFragment';
import type { CslCite } from '../../core/csl';
import type { KnownPosts } from '../../core/document';
import { cleanUrl } from '../../core/url';

/** The one address that a text is; `undefined` for any other text. */
export function addressIn(text: string): string | undefined {
  const address = text.trim();
  return /^https?:\/\/[^\s<>"]+$/i.test(address) && URL.canParse(address) ? address : undefined;
}

/** How to cite what an address shows: the post, and the place in it that the fragment names. */
export function citeOfAddress(address: string, known: KnownPosts): CslCite | undefined {
  const [post] = known.meantBy({ kind: 'bareAddress', start: 0, end: address.length, address });
  if (!post?.url) return undefined;
  const quote = quoteIn(address);
  if (quote) return { post, details: { locator: { label: 'quote', value: quote } } };
  const { hash } = new URL(cleanUrl(address) ?? address);
  return { post: hash && !post.url.includes('#') ? { ...post, url: post.url + hash } : post };
}
