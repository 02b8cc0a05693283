import type { Dialect, DocumentAnalysis, Span } from '../document';
import { blockAt } from '../document/markdown';
import { lineEnd, lineStart } from '../document/position';

/** Why the lists of references of a document cannot be brought up to date, and where. */
export interface BibliographyFault extends Span {
  readonly code: /** A marker without its partner. */
    | 'unclosedBibliography'
    | 'unopenedBibliography'
    /** An entry whose post is cited, but not in the library, so that a numeric style cannot number it. */
    | 'unknownEntry'
    /** A number of a numeric style that cites no post of the library. */
    | 'unknownNumber'
    /** A list was to be added to a document that ends in a comment without an end. */
    | 'noPlace';
  /** What is missing, where a marker is. */
  readonly marker?: string;
}

export interface BibliographyBlocks {
  /** From behind the line of the opening marker to the start of that of the closing one. */
  readonly blocks: readonly Span[];
  readonly faults: readonly BibliographyFault[];
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
  /(?:<!--|\{\/\*)\s*\/?bibliography\b/i.test(text);

const marker = /^(?:<!--|\{\/\*)\s*(\/?)bibliography\s*(?:-->|\*\/\})$/i;

/** Where the maintained lists of references stand: at the top level of the document, so never in code. */
export function bibliographyBlocks(analysis: DocumentAnalysis): BibliographyBlocks {
  const { text } = analysis;
  const blocks: Span[] = [];
  const faults: BibliographyFault[] = [];
  const { opening, closing } = bibliographyMarkers(analysis.dialect);
  let open: Span | undefined;
  for (const { start, end } of mayHaveBibliography(text) ? analysis.comments : []) {
    const closes = marker.exec(text.slice(start, Math.min(end, start + 100)))?.[1];
    if (closes === undefined || !isAlone(analysis, { start, end })) continue;
    if (closes && open) {
      blocks.push({ start: lineEnd(text, open.end), end: lineStart(text, start) });
      open = undefined;
    } else if (closes) {
      faults.push({ code: 'unopenedBibliography', start, end, marker: opening });
    } else {
      if (open) faults.push({ code: 'unclosedBibliography', ...open, marker: closing });
      open = { start, end };
    }
  }
  if (open) faults.push({ code: 'unclosedBibliography', ...open, marker: closing });
  return { blocks, faults };
}

/** On a line of its own, which is neither in a list nor in a quotation. */
function isAlone({ text, document }: DocumentAnalysis, { start, end }: Span): boolean {
  const before = text.slice(lineStart(text, start), start);
  const after = text.slice(end, lineEnd(text, end));
  return /^\ufeff? {0,3}$/.test(before) && after.trim() === '' && blockAt(document, start)?.depth === 0;
}
