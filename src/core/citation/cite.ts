import type { CslCite, CslFormatter } from '../csl/formatter';
import type { Span } from '../document/citationsIn';
import type { Dialect } from '../document/dialect';
import { type MarkdownDocument, readMarkdown } from '../document/markdown';
import { placeAt } from '../document/place';
import { lineEnding } from '../document/position';
import { applyEdits, type TextEdit } from '../document/textEdit';
import type { Post } from '../post';
import { chooseLabel } from './chooseLabel';
import type { CitationDetails } from './details';
import { definitionEdit, paragraphEdit } from './endOfDocument';
import type { Place } from './escapeText';
import { spaceAfter, spaceBefore } from './keptApart';
import { normalLabel } from './label';
import { linkableText } from './linkableText';
import { inDialect } from './mdxText';
import { type CitationFormat, placeholder, type RenderOptions, renderCitation } from './render';
import { verbatim } from './verbatim';
import { linkTextOf } from './wordedText';
import { defaultWording, type Wording } from './wording';

export interface CiteRequest {
  /** The whole text of the Markdown document. */
  readonly document: string;
  /** Markdown unless said. */
  readonly dialect?: Dialect;
  readonly post: Post;
  readonly format: CitationFormat;
  /**
   * Where to cite: empty ranges are cursors. What is selected becomes the text of the link, or stands before the citation
   * where that is none. None at all: a paragraph at the end of the document.
   */
  readonly selections: readonly Span[];
  readonly details?: CitationDetails;
  /** What is cited together with it; for `csl`. */
  readonly others?: readonly CslCite[];
  readonly wording?: Wording;
  /** For the format `csl`; without it that is an inline link. */
  readonly csl?: CslFormatter;
  /** The posts that the document cites, in the order of their first citations; for `csl`. */
  readonly cited?: readonly Post[];
}

export interface Cited {
  /** Sorted, not overlapping, to be applied as one step. */
  readonly edits: readonly TextEdit[];
  /** Offsets in the edited text, one after each citation. */
  readonly carets: readonly number[];
}

/**
 * Cites a post at every selection of a document; a definition is added once, unless the document has
 * it. A cursor where writing would undo a block (in a definition, on a fence or rule) writes beside it.
 */
export function cite(request: CiteRequest): Cited {
  const { document: text, dialect, post, format, selections, wording = defaultWording } = request;
  const document = readMarkdown(text, dialect);
  const eol = lineEnding(text);
  const options = optionsOf(request);
  const { label, isDefined } = chooseLabel(document, post, format, options);
  const posts = [post, ...(request.others ?? []).map(other => other.post)];
  const isLabel = (name: string) => document.definitions.has(normalLabel(name));
  const render = (place: Place, linkText?: string) =>
    renderCitation(post, format, {
      ...options,
      label,
      place: { ...place, isLabel },
      ...(linkText && { linkText }),
    });

  const edits: TextEdit[] = [];
  const carets: number[] = [];
  let moved = 0;
  let definition: string | undefined;
  const add = (edit: TextEdit) => {
    moved += edit.text.length - (edit.end - edit.start);
    const before = edits.at(-1);
    if (before && before.end === edit.start)
      edits[edits.length - 1] = { ...before, end: edit.end, text: before.text + edit.text };
    else edits.push(edit);
  };
  const cite = (start: number, end: number, before: string, citation: string, after = '') => {
    carets.push(start + moved + before.length + citation.length);
    add({ start, end, text: before + citation + after });
  };

  for (const { start, end } of distinct(selections)) {
    const linkable =
      start < end && isLink(request) && post.url ? linkableText(document, { start, end }) : undefined;
    if (linkable) {
      if (linkable.start < (edits.at(-1)?.end ?? 0)) continue;
      const { tableCell } = placeAt(document, linkable.start);
      const citation = render({ tableCell }, placeholder);
      definition ??= citation.definition;
      const [opening = '', closing = ''] = citation.text.split(placeholder);
      add(insertion(linkable.start, spaceBefore(text.slice(0, linkable.start), opening) + opening));
      for (const edit of linkable.edits) add(edit);
      cite(linkable.end, linkable.end, '', closing, spaceAfter(text[linkable.end], closing));
      continue;
    }
    const selected = text.slice(start, end).trimEnd();
    const place = placeAt(document, start + selected.length);
    const isVerbatim = place.kind === 'code' || place.kind === 'html' || place.kind === 'raw';
    const at = selected && isVerbatim ? { start, end } : { start: place.offset, end: place.offset };
    if (
      at.start < (edits.at(-1)?.end ?? 0) ||
      edits.some(edit => edit.start === at.start && edit.end === at.end)
    )
      continue;
    if (isVerbatim) {
      cite(at.start, at.end, '', posts.map(one => verbatim(one, place.kind, wording)).join(', '));
      continue;
    }
    const citation = render({ lineStart: place.lineStart, tableCell: place.tableCell });
    const inner = place.kind === 'linkText' && linksPost(request);
    if (!inner) definition ??= citation.definition;
    const named = () => posts.map(one => linkTextOf(one, wording, { isLabel })).join(', ');
    const written = inner ? inDialect(named(), dialect) : citation.text;
    const gap = selected && !written.startsWith('[^') ? ' ' : '';
    cite(
      at.start,
      at.end,
      eol.repeat(place.lineEndingsBefore) || gap || spaceBefore(text.slice(0, at.start), written),
      written,
      eol.repeat(place.lineEndingsAfter) || spaceAfter(text[at.end], written),
    );
  }

  if (selections.length === 0) {
    const citation = render({ lineStart: true });
    definition = citation.definition;
    const edit = paragraphEdit(document, citation.text, eol);
    edits.push(edit);
    carets.push(edit.start + edit.text.indexOf(citation.text) + citation.text.length);
  }
  if (isDefined || definition === undefined) return { edits, carets };
  return withDefinition(document, { edits, carets }, definition, eol);
}

const insertion = (at: number, text: string): TextEdit => ({ start: at, end: at, text });

/** Whether what is written holds a link, which cannot stand in another. */
const linksPost = (request: CiteRequest): boolean => {
  const { post, format, csl } = request;
  return post.url !== undefined && (isLink(request) || (format === 'csl' && csl?.kind !== 'note'));
};

const isLink = ({ format, csl }: CiteRequest): boolean =>
  format === 'inlineLink' || format === 'referenceLink' || (format === 'csl' && !csl);

/** What a request says about how to render. */
export function optionsOf({
  wording,
  details,
  others,
  csl,
  cited,
  dialect,
}: Omit<CiteRequest, 'document' | 'selections'>): Partial<RenderOptions> {
  return {
    ...(wording && { wording }),
    ...(details && { details }),
    ...(others && { others }),
    ...(csl && { csl }),
    ...(cited && { cited }),
    ...(dialect && { dialect }),
  };
}

function withDefinition(
  document: MarkdownDocument,
  { edits, carets }: Cited,
  definition: string,
  eol: string,
): Cited {
  const { text } = document;
  const citesLast = edits.some(edit => edit.end >= text.trimEnd().length);
  const edited = citesLast ? readMarkdown(applyEdits(text, edits), document.dialect) : document;
  const edit = definitionEdit(edited, definition, eol);
  const start = edited === document ? edit.start : before(edits, edit.start);
  const ahead = edits.filter(({ end }) => end <= start);
  const place = ahead.reduce(
    (sum, { start: from, end, text: { length } }) => sum + length - (end - from),
    start,
  );
  const last = ahead.at(-1);
  const written =
    last?.end === start
      ? [...ahead.slice(0, -1), { ...last, text: last.text + edit.text }]
      : [...ahead, { start, end: start, text: edit.text }];
  return {
    edits: [...written, ...edits.slice(ahead.length)],
    carets: carets.map(caret => (caret > place ? caret + edit.text.length : caret)),
  };
}

/** The offset of a text that an offset of the edited one was. */
function before(edits: readonly TextEdit[], offset: number): number {
  let moved = 0;
  for (const { start, end, text } of edits) {
    if (start + moved + text.length > offset) break;
    moved += text.length - (end - start);
  }
  return offset - moved;
}

/** In order, each place once; where selections overlap the first one counts. */
function distinct(selections: CiteRequest['selections']): CiteRequest['selections'] {
  const sorted = [...selections].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start, end }, at) => {
    const before = sorted[at - 1];
    return !before || (start >= before.end && !(start === before.start && end === before.end));
  });
}
