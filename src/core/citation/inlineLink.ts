import type { Post } from '../post';
import { linkDestination } from './address';
import type { Citation, RenderOptions } from './render';
import { linkTextOf, noteOf } from './wordedText';

/** `[Title](address)`. */
export function inlineLink(post: Post, { wording, place }: RenderOptions): Citation {
  if (!post.url) return { text: noteOf(post, wording, place) };
  const text = linkTextOf(post, wording, place);
  return { text: `[${text}](${linkDestination(post.url, place.tableCell)})` };
}
