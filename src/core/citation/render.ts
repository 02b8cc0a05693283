import type { Post } from '../post';
import type { Place } from './escapeText';
import { footnote } from './footnote';
import { inlineLink } from './inlineLink';
import { labelOf, normalLabel } from './label';
import { pandoc } from './pandoc';
import { referenceLink } from './referenceLink';
import { defaultWording, type Wording } from './wording';

/** A citation as Markdown. */
export interface Citation {
  /** What stands where the post is cited. */
  readonly text: string;
  /** What stands once in the document, on a line of its own. */
  readonly definition?: string;
}

export interface RenderOptions {
  readonly wording: Wording;
  readonly place: Place;
  /** Of the definition. */
  readonly label: string;
}

/** In the order in which they are offered. */
export const citationFormats = ['inlineLink', 'referenceLink', 'footnote', 'pandoc'] as const;

export type CitationFormat = (typeof citationFormats)[number];

const formats: Record<CitationFormat, (post: Post, options: RenderOptions) => Citation> = {
  inlineLink,
  referenceLink,
  footnote,
  pandoc,
};

/** The citation of a post, by itself; `cite` puts one into a document. */
export function renderCitation(
  post: Post,
  format: CitationFormat,
  options: Partial<RenderOptions> = {},
): Citation {
  const { wording = defaultWording, label = labelOf(post.id), place = {} } = options;
  const own = normalLabel(label);
  const isLabel = (text: string) => normalLabel(text) === own || (place.isLabel?.(text) ?? false);
  return formats[format](post, { wording, label, place: { ...place, isLabel } });
}
