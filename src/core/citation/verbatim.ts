import type { DocumentPlace } from '../document/place';
import type { Post } from '../post';
import { cleanText } from '../text';
import { encodeAddress } from './address';
import { renderCitation } from './render';
import type { Wording } from './wording';

/** Where Markdown isn't read: in a code block an inline link that can be copied, elsewhere the bare address. */
export function verbatim(post: Post, kind: DocumentPlace['kind'], wording: Wording): string {
  if (kind === 'code') return renderCitation(post, 'inlineLink', { wording }).text;
  const safe = post.url && encodeAddress(post.url);
  return (
    (kind === 'html' ? safe?.replaceAll('--', '-%2D') : safe) ??
    cleanText(post.title)
      .replace(/[<>`"\\]|--+/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
  );
}
