import type { Post } from '../post';
import { detailedNote } from './note';
import type { Citation, RenderOptions } from './render';

/** `[^key]`, and at the end of the document `[^key]: Authors. "Title." *Publication*, date. <address>`. */
export function footnote(post: Post, { wording, place, label, details }: RenderOptions): Citation {
  const inNote = { lineStart: true, ...(place.isLabel && { isLabel: place.isLabel }) };
  return { text: `[^${label}]`, definition: `[^${label}]: ${detailedNote(post, wording, inNote, details)}` };
}
