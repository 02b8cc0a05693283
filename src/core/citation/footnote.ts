import type { Post } from '../post';
import type { Citation, RenderOptions } from './render';
import { noteOf } from './wordedText';

/** `[^key]`, and at the end of the document `[^key]: Authors. "Title." *Publication*, date. <address>`. */
export function footnote(post: Post, { wording, place, label }: RenderOptions): Citation {
  const note = noteOf(post, wording, {
    lineStart: true,
    ...(place.isLabel && { isLabel: place.isLabel }),
  });
  return { text: `[^${label}]`, definition: `[^${label}]: ${note}` };
}
