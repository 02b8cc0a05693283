import type { Post } from '../post';
import { linkDestination } from './address';
import { aroundCitation } from './aroundCitation';
import { detailedNote } from './note';
import type { Citation, RenderOptions } from './render';
import { citedAddress } from './textFragment';
import { linkTextOf } from './wordedText';

/** `[Title][key]`, and at the end of the document `[key]: address`. */
export function referenceLink(
  post: Post,
  { wording, place, label, details, linkText }: RenderOptions,
): Citation {
  if (!post.url) return { text: detailedNote(post, wording, place, details) };
  const text = linkText ?? linkTextOf(post, wording, place);
  const { before, after } = aroundCitation(details, place);
  return {
    text: `${before}[${text}][${label}]${after}`,
    definition: `[${label}]: ${linkDestination(citedAddress(post.url, details))}`,
  };
}
