import type { Post } from '../post';
import { linkDestination } from './address';
import type { Citation, RenderOptions } from './render';
import { fillTemplate } from './wording';

/** `[Title](address)`. */
export function inlineLink(post: Post, { wording, place }: RenderOptions): Citation {
  if (!post.url) return { text: fillTemplate(wording.note, post, place) };
  const text = fillTemplate(wording.linkText, post, { ...place, linkText: true });
  return { text: `[${text}](${linkDestination(post.url, place.tableCell)})` };
}
