import { paragraphEdit } from '../citation/endOfDocument';
import { normalLabel } from '../citation/label';
import type { CslFormatter } from '../csl';
import type { Dialect } from '../document/dialect';
import { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import { lineEnding } from '../document/position';
import { applyEdits, type TextEdit } from '../document/textEdit';
import { type BibliographyFault, bibliographyBlocks, bibliographyMarkers } from './bibliographyBlocks';
import { citedOutside } from './citedPosts';
import { entriesOf } from './entries';
import { fillBlock } from './fillBlock';
import { formatted } from './formatted';
import { reletterCitations } from './reletterCitations';
import { renumberCitations } from './renumberCitations';
import { strayEntries, withStrays } from './strayEntries';

export interface BibliographyUpdate {
  /** Sorted, not overlapping; none where there is a fault. */
  readonly edits: readonly TextEdit[];
  readonly faults: readonly BibliographyFault[];
  /** How many lists the document has then. */
  readonly lists: number;
  /** The keys that are cited and that no post has, so that the lists lack what they mean. */
  readonly unknownKeys: readonly string[];
}

export interface BibliographyOptions {
  /** Adds a list, with its markers, at the end of a document that has none. */
  readonly add?: boolean;
}

/**
 * Brings the lists of references between a document's markers up to date: the posts that it cites outside them, in the
 * order and wording of the style; and where they are cited the numbers of a numeric style, or the letters of years.
 * Doing it twice is the same as once, and entries that say the same stay as they are.
 *
 * An entry of a post that is cited but is not in this library, perhaps in a colleague's, is kept. A numeric style
 * cannot number it, so there it is a fault.
 * @throws CslError where the style shows in use that it can't be used
 */
export function updateBibliography(
  text: string,
  dialect: Dialect,
  known: Pick<KnownPosts, 'meantBy'>,
  formatter: CslFormatter,
  { add = false }: BibliographyOptions = {},
): BibliographyUpdate {
  const analysis = new DocumentAnalysis(text, dialect);
  const { blocks, faults } = bibliographyBlocks(analysis);
  const cited = citedOutside(blocks, analysis, known);
  const unknownKeys = [...cited.unknown].flatMap(target => (target.startsWith('@') ? target.slice(1) : []));
  const failed = (faults: readonly BibliographyFault[]) => ({
    edits: [],
    faults,
    lists: blocks.length,
    unknownKeys,
  });
  if (faults.length > 0) return failed(faults);
  const strays = blocks.map(block => strayEntries(text, block, cited.unknown, known));
  if (formatter.kind === 'numeric' && strays.some(({ length }) => length > 0)) {
    return failed(strays.flat().map(span => ({ code: 'unknownEntry', ...span })));
  }
  const { definitions } = analysis.document;
  const style = formatted(formatter, cited.posts, label => definitions.has(normalLabel(label)));
  const isAdded = add && blocks.length === 0;
  const entries = isAdded || blocks.length > 0 ? entriesOf(style, dialect) : [];
  const eol = lineEnding(text);
  const edits = blocks.flatMap((block, at) => {
    const kept = strays[at]!.map(({ start, end }) => text.slice(start, end));
    return fillBlock(text, block, withStrays(entries, kept), eol);
  });
  if (isAdded) {
    const list = newList(analysis, entries, eol);
    const after = new DocumentAnalysis(applyEdits(text, [list]), dialect);
    if (bibliographyBlocks(after).blocks.length !== 1) {
      return failed([{ code: 'noPlace', start: list.start, end: list.start }]);
    }
    edits.push(list);
  }
  if (formatter.kind === 'numeric') edits.push(...renumberCitations(text, cited, style));
  if (formatter.kind === 'inText' && entries.length > 0) edits.push(...reletterCitations(text, cited, style));
  const lists = blocks.length + (isAdded ? 1 : 0);
  return { edits: edits.sort((a, b) => a.start - b.start), faults: [], lists, unknownKeys };
}

function newList({ document, dialect }: DocumentAnalysis, entries: readonly string[], eol: string): TextEdit {
  const { opening, closing } = bibliographyMarkers(dialect);
  const apart = entries.length > 0 ? eol + eol : eol;
  return paragraphEdit(document, [opening, ...entries, closing].join(apart), eol);
}
