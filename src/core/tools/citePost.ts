import type { CitationDetails, CitationFormat, Locator } from '../citation';
import type { Dialect } from '../document';
import { isProvisional } from '../post';
import { findPost } from './findPost';
import { briefFacts } from './postFacts';
import type { ToolAnswer, ToolLibrary } from './tool';

interface Input {
  readonly post: string;
  readonly format?: CitationFormat;
  readonly dialect?: Dialect;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly locator?: Locator;
}

/** The Markdown that cites a post. */
export async function citePost(input: Input, library: ToolLibrary): Promise<ToolAnswer> {
  const post = await findPost(input.post, library);
  if (typeof post === 'string') return { error: post };
  const { isPandocKey, renderCitation } = await import('../citation');
  const { format = library.citing.format, dialect } = input;
  const { wording } = library.citing;
  if (format === 'pandoc' && !isPandocKey(post.id)) return { error: unreadable };
  const details = detailsOf(input);
  const csl = format === 'csl' ? await library.csl() : undefined;
  const { text, definition } = renderCitation(post, format, {
    ...(wording && { wording }),
    ...(dialect && { dialect }),
    ...(details && { details }),
    ...(csl && { csl }),
  });
  return {
    content: {
      format,
      text,
      ...(definition !== undefined && { definition, place: definitionPlace }),
      ...(csl?.kind === 'numeric' && { number: numbered }),
      ...(isProvisional(post) && { warning: provisional }),
      post: briefFacts(post, library),
    },
  };
}

function detailsOf({ prefix = '', suffix = '', locator }: Input): CitationDetails | undefined {
  const details = {
    ...(prefix.trim() && { prefix: prefix.trim() }),
    ...(suffix.trim() && { suffix: suffix.trim() }),
    ...(locator && { locator }),
  };
  return Object.keys(details).length > 0 ? details : undefined;
}

const definitionPlace =
  'Put the definition on a line of its own at the end of the document, with an empty line before it, unless it is there already.';

const numbered =
  'The number follows from the order of citations in the document: Byline’s Update Bibliography puts it right.';

const provisional =
  'Byline made up this title from the text. Ask the user to give the post its own before it is published.';

const unreadable =
  'Pandoc does not read the key of this post, for its white space or braces. Cite it in another format, such as footnote.';
