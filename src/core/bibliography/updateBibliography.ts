import { paragraphEdit } from '../citation/endOfDocument';
import { normalLabel } from '../citation/label';
import type { CslFormatter } from '../csl';
import type { Span } from '../document/citationsIn';
import type { Dialect } from '../document/dialect';
import { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import { lineEnding } from '../document/position';
import { applyEdits, type TextEdit } from '../document/textEdit';
import type { Post } from '../post';
import { runWhole } from '../sliced';
import { type BibliographyFault, bibliographyBlocks, bibliographyMarkers } from './bibliographyBlocks';
import { citedOutside, outside } from './citedPosts';
import { entriesOf } from './entries';
import { fillBlock } from './fillBlock';
import { type Formatted, formatted } from './formatted';
import { reletteringCitations } from './reletteringCitations';
import { renumberingCitations } from './renumberingCitations';
import { restylingCitations } from './restyleCitations';
import { strayEntries, withStrays } from './strayEntries';
import { withUnlinked } from './unlinkedCitations';

export interface BibliographyUpdate {
  /** Sorted, not overlapping; none where there is a fault. */
  readonly edits: readonly TextEdit[];
  readonly faults: readonly BibliographyFault[];
  /** How many lists the document has then. */
  readonly lists: number;
  /** The keys that are cited and that no post has, so that the lists lack what they mean. */
  readonly unknownKeys: readonly string[];
  /** Where the text does not agree with the lists; sorted. */
  readonly notices: readonly BibliographyNotice[];
}

export interface BibliographyNotice extends Span {
  readonly code: /** A citation as another style writes it, which no former style has written. */
    | 'otherStyle'
    /** A number of a numeric style without a link to its post. */
    | 'unlinkedNumber';
}

export interface BibliographyOptions {
  /** Adds a list, with its markers, at the end of a document that has none. */
  readonly add?: boolean;
  /** Styles that the document may have been in before; citations as they write them are written anew. */
  readonly formers?: readonly CslFormatter[];
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
export function updateBibliography(...request: UpdateRequest): BibliographyUpdate {
  return runWhole(updatingBibliography(...request));
}

type UpdateRequest = [
  text: string,
  dialect: Dialect,
  known: Pick<KnownPosts, 'meantBy' | 'posts'>,
  formatter: CslFormatter,
  options?: BibliographyOptions,
];

/** `updateBibliography` in small steps. */
export function* updatingBibliography(
  ...[text, dialect, known, formatter, { add = false, formers = [] } = {}]: UpdateRequest
): Generator<void, BibliographyUpdate> {
  const analysis = new DocumentAnalysis(text, dialect);
  yield* analysis.reading();
  const { blocks, faults } = bibliographyBlocks(analysis);
  const linked = citedOutside(blocks, analysis, known);
  const { cited, unlinked } = yield* withUnlinked(analysis, blocks, linked, { known, formatter });
  yield;
  const unknownKeys = [...cited.unknown].flatMap(target => (target.startsWith('@') ? target.slice(1) : []));
  const failed = (faults: readonly BibliographyFault[]) => ({
    edits: [],
    faults,
    lists: blocks.length,
    unknownKeys,
    notices: [],
  });
  if (faults.length > 0) return failed(faults);
  const strays = strayEntries(text, blocks, cited.unknown, known);
  if (formatter.kind === 'numeric' && strays.some(({ length }) => length > 0)) {
    return failed(strays.flat().map(span => ({ code: 'unknownEntry', ...span })));
  }
  const { definitions } = analysis.document;
  const style = formatted(formatter, cited.posts, label => definitions.has(normalLabel(label)));
  if (add || blocks.length > 0) yield* style.preparing();
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
  const lists = blocks.length + (isAdded ? 1 : 0);
  yield;
  const right: TextEdit[] = [];
  if (formatter.kind === 'numeric') {
    const { edits: numbers, unknown } = yield* renumberingCitations(text, cited, style);
    if (unknown.length > 0 && lists > 0) {
      return failed(unknown.map(({ start, end }) => ({ code: 'unknownNumber', start, end })));
    }
    const mistaken = takenForOthers(text, unlinked, linked.posts, style);
    if (mistaken.length > 0) return failed(mistaken.map(span => ({ code: 'unknownNumber', ...span })));
    right.push(...numbers);
  }
  if (formatter.kind === 'inText' && entries.length > 0)
    right.push(...(yield* reletteringCitations(text, cited, style)));
  yield;
  const before = { ...linked, citations: lists > 0 ? linked.citations : [], posts: cited.posts };
  const restyled = yield* restylingCitations(analysis, before, { formatter, style, formers });
  right.sort((a, b) => a.start - b.start);
  edits.push(...restyled.edits, ...outside(restyled.spans, right));
  const notices = [
    ...restyled.left.map(({ start, end }) => ({ code: 'otherStyle', start, end }) as const),
    ...unlinked.map(({ start, end }) => ({ code: 'unlinkedNumber', start, end }) as const),
  ].sort((a, b) => a.start - b.start);
  return { edits: edits.sort((a, b) => a.start - b.start), faults: [], lists, unknownKeys, notices };
}

/**
 * The numbers linked to nothing that no entry has, but that the list is about to give to an entry which is cited by
 * such a number only: nobody could tell them apart then.
 */
function takenForOthers(
  text: string,
  unlinked: readonly Span[],
  linked: readonly Post[],
  style: Formatted,
): readonly Span[] {
  const others = new Set(linked.map(({ id }) => id));
  const given = new Set(
    unlinked.length === 0
      ? []
      : style.entries().flatMap(({ id, text }) => (others.has(id) ? [] : (/^\\\[\d+\\\]/.exec(text) ?? []))),
  );
  return unlinked.filter(({ start, end }) => given.has(text.slice(start, end)));
}

function newList({ document, dialect }: DocumentAnalysis, entries: readonly string[], eol: string): TextEdit {
  const { opening, closing } = bibliographyMarkers(dialect);
  const apart = entries.length > 0 ? eol + eol : eol;
  return paragraphEdit(document, [opening, ...entries, closing].join(apart), eol);
}
