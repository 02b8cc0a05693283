import type { Span } from '../document/citationsIn';
import type { Dialect } from '../document/dialect';
import { readInlines } from '../document/inline';
import type { MarkdownDocument } from '../document/markdown';
import { lineEnd, lineStart } from '../document/position';

/** Why the lists of references of a document cannot be brought up to date, and where. */
export interface BibliographyFault extends Span {
  readonly code: /** A marker without its partner. */
    | 'unclosedBibliography'
    | 'unopenedBibliography'
    /** An entry whose post is cited, but not in the library, so that a numeric style cannot number it. */
    | 'unknownEntry';
}

export interface BibliographyBlocks {
  /** From behind the opening marker to the start of the line of the closing one. */
  readonly blocks: readonly Span[];
  readonly faults: readonly BibliographyFault[];
}

interface Marker extends Span {
  readonly closes: boolean;
}

/** The comments that a maintained list of references stands between, each on a line of its own. */
export function bibliographyMarkers(dialect: Dialect): {
  readonly opening: string;
  readonly closing: string;
} {
  return dialect === 'mdx'
    ? { opening: '{/* bibliography */}', closing: '{/* /bibliography */}' }
    : { opening: '<!-- bibliography -->', closing: '<!-- /bibliography -->' };
}

/** Tells at little cost that a text has no markers. */
export const mayHaveBibliography = (text: string): boolean =>
  /(?:<!--|\{\/\*)[ \t]*\/?bibliography[ \t]*/i.test(text);

/** Where the maintained lists of references stand: at the top level of the document, so never in code. */
export function bibliographyBlocks(document: MarkdownDocument, dialect: Dialect): BibliographyBlocks {
  const { text } = document;
  const blocks: Span[] = [];
  const faults: BibliographyFault[] = [];
  let open: Marker | undefined;
  for (const marker of markersIn(document, dialect)) {
    if (marker.closes && open) {
      blocks.push({ start: lineEnd(text, open.end), end: lineStart(text, marker.start) });
      open = undefined;
    } else if (marker.closes) {
      faults.push({ code: 'unopenedBibliography', start: marker.start, end: marker.end });
    } else {
      if (open) faults.push(unclosed(open));
      open = marker;
    }
  }
  if (open) faults.push(unclosed(open));
  return { blocks, faults };
}

const unclosed = ({ start, end }: Marker): BibliographyFault => ({
  code: 'unclosedBibliography',
  start,
  end,
});

function* markersIn({ text, blocks }: MarkdownDocument, dialect: Dialect): Generator<Marker> {
  if (!mayHaveBibliography(text)) return;
  let commentEnd = 0;
  for (const { kind, depth, lines } of blocks) {
    if (depth > 0) continue;
    if (kind === 'html' && lines.length === 1 && lines[0]!.start >= commentEnd) {
      yield* markerAt(text, lines[0]!, htmlMarker);
    } else if (kind === 'paragraph' && dialect === 'mdx') {
      for (const { line, unclosed } of commentLines(text, lines, commentEnd)) {
        if (unclosed) commentEnd = (text.indexOf('*/}', line.start) + 1 || text.length) + 2;
        else yield* markerAt(text, line, mdxMarker);
      }
    }
  }
}

const htmlMarker = /^<!--\s*(\/?)bibliography\s*-->$/i;
const mdxMarker = /^\{\/\*\s*(\/?)bibliography\s*\*\/\}$/i;

function* markerAt(text: string, { start, end }: Span, marker: RegExp): Generator<Marker> {
  const line = text.slice(start, end);
  const closes = marker.exec(line.trim())?.[1] === '/';
  if (marker.test(line.trim()))
    yield { start: start + line.search(/\S/), end: start + line.trimEnd().length, closes };
}

/** The lines of a paragraph on which a comment begins, in MDX. */
function* commentLines(text: string, lines: readonly Span[], from: number) {
  const left = lines.filter(({ start }) => start >= from);
  const content = left.map(({ start, end }) => text.slice(start, end)).join('\n');
  if (!content.includes('{/*')) return;
  let at = 0;
  let next = 0;
  for (const { kind, start, unclosed } of readInlines(content, { isLabel: () => false, jsx: true })) {
    if (kind !== 'html' || !content.startsWith('{/*', start)) continue;
    for (; at + left[next]!.end - left[next]!.start < start; next++)
      at += left[next]!.end - left[next]!.start + 1;
    yield { line: left[next]!, unclosed };
  }
}
