import type { Post } from '../post';
import { linkDestination } from './address';
import { aroundCitation } from './aroundCitation';
import { detailedNote } from './note';
import type { Citation, RenderOptions } from './render';
import { citedAddress } from './textFragment';
import { linkTextOf } from './wordedText';

/** `[Title](address)`. */
export function inlineLink(post: Post, { wording, place, details, linkText }: RenderOptions): Citation {
  if (!post.url) return { text: detailedNote(post, wording, place, details) };
  const text = linkText ?? linkTextOf(post, wording, place);
  const { before, after } = aroundCitation(details, place);
  const address = linkDestination(citedAddress(post.url, details));
  return { text: `${before}[${text}](${address})${after}` };
}
