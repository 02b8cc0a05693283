import type { Post } from '../post';
import { linkDestination } from './address';
import type { Citation, RenderOptions } from './render';
import { fillTemplate } from './wording';

/** `[Title][key]`, and at the end of the document `[key]: address`. */
export function referenceLink(post: Post, { wording, place, label }: RenderOptions): Citation {
  if (!post.url) return { text: fillTemplate(wording.note, post, place) };
  const text = fillTemplate(wording.linkText, post, { ...place, linkText: true });
  return { text: `[${text}][${label}]`, definition: `[${label}]: ${linkDestination(post.url)}` };
}
