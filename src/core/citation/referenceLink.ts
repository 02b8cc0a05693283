import type { Post } from '../post';
import { linkDestination } from './address';
import type { Citation, RenderOptions } from './render';
import { linkTextOf, noteOf } from './wordedText';

/** `[Title][key]`, and at the end of the document `[key]: address`. */
export function referenceLink(post: Post, { wording, place, label }: RenderOptions): Citation {
  if (!post.url) return { text: noteOf(post, wording, place) };
  const text = linkTextOf(post, wording, place);
  return { text: `[${text}][${label}]`, definition: `[${label}]: ${linkDestination(post.url)}` };
}
