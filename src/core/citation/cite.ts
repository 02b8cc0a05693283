import { type MarkdownDocument, readMarkdown } from '../document/markdown';
import { type DocumentPlace, placeAt } from '../document/place';
import { lineEnding } from '../document/position';
import { applyEdits, type TextEdit } from '../document/textEdit';
import type { Post } from '../post';
import { cleanText } from '../text';
import { encodeAddress } from './address';
import { chooseLabel } from './chooseLabel';
import { definitionEdit, paragraphEdit } from './endOfDocument';
import { normalLabel } from './label';
import { type CitationFormat, type RenderOptions, renderCitation } from './render';
import { linkTextOf } from './wordedText';
import { defaultWording, type Wording } from './wording';

export interface CiteRequest {
  /** The whole text of the Markdown document. */
  readonly document: string;
  readonly post: Post;
  readonly format: CitationFormat;
  /** What the citation replaces: empty ranges are cursors. None at all: a paragraph at the end of the document. */
  readonly selections: readonly { readonly start: number; readonly end: number }[];
  readonly wording?: Wording;
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
export function cite({
  document: text,
  post,
  format,
  selections,
  wording = defaultWording,
}: CiteRequest): Cited {
  const document = readMarkdown(text);
  const eol = lineEnding(text);
  const { label, isDefined } = chooseLabel(document, post, format);
  const isLabel = (name: string) => document.definitions.has(normalLabel(name));
  const render = (options: Partial<RenderOptions>) =>
    renderCitation(post, format, { wording, label, ...options });

  const edits: TextEdit[] = [];
  const carets: number[] = [];
  let moved = 0;
  let definition: string | undefined;
  const add = (start: number, end: number, before: string, citation: string, after = '') => {
    edits.push({ start, end, text: before + citation + after });
    carets.push(start + moved + before.length + citation.length);
    moved += before.length + citation.length + after.length - (end - start);
  };

  for (const { start, end } of distinct(selections)) {
    const place = placeAt(document, start);
    const isCursor = start === end;
    const at = isCursor ? { start: place.offset, end: place.offset } : { start, end };
    if (edits.some(edit => at.start < edit.end || (at.start === edit.start && at.end === edit.end))) continue;
    if (place.kind === 'code' || place.kind === 'html' || place.kind === 'raw') {
      add(at.start, at.end, '', verbatim(post, place.kind, wording));
      continue;
    }
    const citation = render({ place: { lineStart: place.lineStart, tableCell: place.tableCell, isLabel } });
    definition ??= citation.definition;
    const isLink = format === 'inlineLink' || format === 'referenceLink';
    const inner = place.kind === 'linkText' && isLink && post.url !== undefined;
    const written = inner ? linkTextOf(post, wording, { isLabel }) : citation.text;
    const [before, after] = isCursor ? [place.lineEndingsBefore, place.lineEndingsAfter] : [0, 0];
    add(
      at.start,
      at.end,
      eol.repeat(before) || spaceBefore(text.slice(0, at.start), written),
      written,
      eol.repeat(after) || spaceAfter(text[at.end], written),
    );
  }

  if (selections.length === 0) {
    const citation = render({ place: { lineStart: true, isLabel } });
    definition = citation.definition;
    const edit = paragraphEdit(document, citation.text, eol);
    edits.push(edit);
    carets.push(edit.start + edit.text.indexOf(citation.text) + citation.text.length);
  }
  if (isDefined || definition === undefined) return { edits, carets };
  return { edits: withDefinition(document, edits, definition, eol), carets };
}

function withDefinition(
  document: MarkdownDocument,
  edits: readonly TextEdit[],
  definition: string,
  eol: string,
): TextEdit[] {
  const { text } = document;
  const citesLast = edits.some(edit => edit.end >= text.trimEnd().length);
  const edited = citesLast ? readMarkdown(applyEdits(text, edits)) : document;
  const edit = definitionEdit(edited, definition, eol);
  const start = text.length - (edited.text.length - edit.start);
  const at = edits.findIndex(other => other.end === start);
  const other = edits[at];
  if (!other) return [...edits, { start, end: start, text: edit.text }].sort((a, b) => a.start - b.start);
  return [...edits.slice(0, at), { ...other, text: other.text + edit.text }, ...edits.slice(at + 1)];
}

/** In order, each place once; where selections overlap the first one counts. */
function distinct(selections: CiteRequest['selections']): CiteRequest['selections'] {
  const sorted = [...selections].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start, end }, at) => {
    const before = sorted[at - 1];
    return !before || (start >= before.end && !(start === before.start && end === before.end));
  });
}

/** Where Markdown isn't read: in a code block an inline link that can be copied, elsewhere the bare address. */
function verbatim(post: Post, kind: DocumentPlace['kind'], wording: Wording): string {
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

/** What stands before would make something else of the brackets: an image, a reference, a note, an escape. */
function spaceBefore(before: string, citation: string): string {
  const isNote = citation.startsWith('[^');
  // A bare address, which GFM would carry on into the brackets.
  if (/(?:https?:\/\/|www\.)[^\s<>()"`]*$/i.test(before.slice(-1024))) return ' ';
  if (/(?<!\\)(?:\\\\)*\\$/.test(before.slice(-64))) return ' ';
  if (!citation.startsWith('[')) return '';
  return (isNote ? /\^$|(?<!\[\^[^\s[\]]*)\]$/ : /[!^\]]$/).test(before.slice(-1024)) ? ' ' : '';
}

/** What stands after would make something else of the brackets: a link, a span, a definition. */
function spaceAfter(after: string | undefined, citation: string): string {
  if (!citation.startsWith('[')) return '';
  const following = citation.endsWith(')') || citation.includes('][') ? '{' : '([{:';
  return after !== undefined && following.includes(after) ? ' ' : '';
}
