import type { CslCite, CslFormatter } from '../csl/formatter';
import type { Dialect } from '../document/dialect';
import type { Post } from '../post';
import { csl } from './csl';
import type { CitationDetails } from './details';
import type { Place } from './escapeText';
import { footnote } from './footnote';
import { inlineLink } from './inlineLink';
import { labelOf, normalLabel } from './label';
import { inDialect } from './mdxText';
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
  readonly details?: CitationDetails;
  /** What is cited together with it; for `csl`. */
  readonly others?: readonly CslCite[];
  /** Markdown that is linked in place of what the wording says, where the format is a link. */
  readonly linkText?: string;
  /** For `csl`; without it that is an inline link. */
  readonly csl?: CslFormatter;
  /** The posts that the document cites before, in order: `csl` numbers by it. */
  readonly cited?: readonly Post[];
  /** What Markdown it is to be; what any parser of Markdown reads unless said. */
  readonly dialect?: Dialect;
}

/** In the order in which they are offered. */
export const citationFormats = ['inlineLink', 'referenceLink', 'footnote', 'pandoc', 'csl'] as const;

export type CitationFormat = (typeof citationFormats)[number];

const formats: Record<CitationFormat, (post: Post, options: RenderOptions) => Citation> = {
  inlineLink,
  referenceLink,
  footnote,
  pandoc,
  csl,
};

/** Stands in for the text of a link; never part of a clean text. */
export const placeholder = '\0';

/** The citation of a post, by itself; `cite` puts one into a document. */
export function renderCitation(
  post: Post,
  format: CitationFormat,
  options: Partial<RenderOptions> = {},
): Citation {
  const {
    wording = defaultWording,
    label = labelOf(post.id),
    place = {},
    dialect,
    linkText,
    ...others
  } = options;
  const own = normalLabel(label);
  const isLabel = (text: string) => normalLabel(text) === own || (place.isLabel?.(text) ?? false);
  const { text, definition } = formats[format](post, {
    ...others,
    wording,
    label,
    place: { ...place, isLabel },
    ...(linkText !== undefined && { linkText: placeholder }),
  });
  return {
    // What the document says already is in its dialect.
    text: inDialect(text, dialect).replace(placeholder, () => linkText ?? ''),
    ...(definition !== undefined && { definition: inDialect(definition, dialect) }),
  };
}
