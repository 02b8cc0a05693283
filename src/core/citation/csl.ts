import type { Post } from '../post';
import { inlineLink } from './inlineLink';
import type { Citation, RenderOptions } from './render';

/**
 * As the citation style has it: in the text, or as a footnote with `[^key]`. Without a formatter it is an inline link.
 */
export function csl(post: Post, options: RenderOptions): Citation {
  const { csl: formatter, cited = [], details, others = [], label, place } = options;
  if (!formatter) return inlineLink(post, options);
  const items = [{ post, ...(details && { details }) }, ...others];
  if (formatter.kind !== 'note') return { text: formatter.citation(items, cited, place) };
  const inNote = { lineStart: true, ...(place.isLabel && { isLabel: place.isLabel }) };
  const note = formatter.citation(items, cited, inNote);
  return { text: `[^${label}]`, definition: `[^${label}]: ${note}` };
}
