import type { DocumentCitation, Span } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import type { Post } from '../post';
import { readLocator } from './aroundCitation';
import type { CitationDetails } from './details';
import { footnoteCites } from './footnoteCites';
import { pandocCites } from './pandocCites';
import type { CitationFormat } from './render';
import { type Styled, styledCluster } from './styledCluster';
import { quoteIn } from './textFragment';
import { defaultWording, type Wording } from './wording';
import { type WordsAround, wordsAround } from './wordsAround';

/** One post within a citation of a document. */
export interface ClusteredCite extends Span {
  /** `undefined` for a key that the library does not know. */
  readonly post?: Post;
  /** As far as they can be told for sure. */
  readonly details: CitationDetails;
  /** Of a link, with the words around it that may be details or the sentence's. */
  readonly words?: WordsAround;
  readonly citation: DocumentCitation;
  /** Of a footnote: says just what Byline writes, so that nothing is lost when that is written anew. */
  readonly isWritten?: boolean;
}

/** A citation that stands in a document, of one post or of several side by side. */
export interface Cluster extends Span {
  readonly format: CitationFormat;
  /** In order, one at least. */
  readonly cites: readonly ClusteredCite[];
  /** Which of them is meant. */
  readonly index: number;
}

type Known = Pick<KnownPosts, 'meantBy'>;

/**
 * The citation that an offset is inside of, not beside: `[see @a, p. 3; @b]` as a whole, a link or footnote together
 * with those that stand next to it as `citeAlso` writes them. `undefined` where there is none of a post that is known.
 * @param styled given, what its style has written is a citation of format `csl`, as is any footnote where it writes notes
 */
export function clusterAt(
  analysis: DocumentAnalysis,
  offset: number,
  known: Known,
  styled?: Styled,
  wording: Wording = defaultWording,
): Cluster | undefined {
  const citation = analysis.citationAt(offset) ?? groupAround(analysis, offset);
  if (!citation) return undefined;
  const { start, end } = citation.group ?? citation;
  if (offset <= start || offset >= end) return undefined;
  if (citation.kind === 'key') return keyCluster(analysis, citation, offset, known);
  const inStyle = styled && styledCluster(analysis, citation, other => known.meantBy(other)[0], styled);
  if (inStyle) return inStyle;
  const format = formats[citation.kind];
  if (!format) return undefined;
  const found = sideBySide(analysis, citation, cite => citesAt(analysis, cite, known, styled, wording));
  const isStyled = format === 'footnote' && styled?.csl.kind === 'note';
  return found && isStyled ? { ...found, format: 'csl' } : found;
}

const formats: Partial<Record<DocumentCitation['kind'], CitationFormat>> = {
  link: 'inlineLink',
  autolink: 'inlineLink',
  linkReference: 'referenceLink',
  footnoteReference: 'footnote',
};

/** Between the keys of a pair of brackets. */
const groupAround = ({ citations }: DocumentAnalysis, offset: number): DocumentCitation | undefined =>
  citations.find(({ group }) => group && group.start < offset && offset < group.end);

function keyCluster(
  { text, citations }: DocumentAnalysis,
  citation: DocumentCitation,
  offset: number,
  known: Known,
): Cluster | undefined {
  // "@a [@b]" is one citation too.
  const group =
    citation.group ??
    citations.find(other => other.group?.start === citation.end + 1 && text[citation.end] === ' ')?.group;
  const inGroup = group ? citations.filter(other => sameSpan(other.group, group)) : [];
  const keys = citation.group ? inGroup : [citation, ...inGroup];
  const cites = pandocCites(text, keys).map((cite): ClusteredCite => {
    const [post] = known.meantBy(cite.citation);
    return { ...cite, ...(post && { post }) };
  });
  const index = Math.max(0, cites.filter(cite => cite.start <= offset).length - 1);
  const { start } = citation.group ?? citation;
  const { end } = group ?? cites[0]!;
  return { start, end, format: 'pandoc', cites, index };
}

const sameSpan = (a: Span | undefined, b: Span): boolean => a?.start === b.start && a.end === b.end;

/** @param citesAt what a link or footnote cites; nothing where that is no post that is known */
function sideBySide(
  { text, citations }: DocumentAnalysis,
  citation: DocumentCitation,
  citesAt: (citation: DocumentCitation) => readonly ClusteredCite[],
): Cluster | undefined {
  const format = formats[citation.kind]!;
  const at = citations.indexOf(citation);
  const own = citesAt(citation);
  if (own.length === 0) return undefined;
  const isNext = (end: number, start: number) => separator.test(text.slice(end, start));
  const cites = [...own];
  for (const other of citations.slice(at + 1, at + mostBeside)) {
    if (formats[other.kind] !== format || !isNext(cites.at(-1)!.end, other.start)) break;
    const next = citesAt(other);
    if (next.length === 0) break;
    cites.push(...next);
  }
  let index = 0;
  for (const other of citations.slice(Math.max(0, at - mostBeside), at).reverse()) {
    if (formats[other.kind] !== format) break;
    const next = citesAt(other);
    if (next.length === 0 || !isNext(next.at(-1)!.end, cites[0]!.start)) break;
    cites.unshift(...next);
    index += next.length;
  }
  return { start: cites[0]!.start, end: cites.at(-1)!.end, format, cites, index };
}

/** What stands between citations that belong together. */
const separator = /^(?:[,;] ?| and |, and )$/;
/** Citations of one cluster that are looked for on each side. */
const mostBeside = 100;

/** A link with the locator behind it, or what the note of a footnote says. */
function citesAt(
  analysis: DocumentAnalysis,
  citation: DocumentCitation,
  known: Known,
  styled: Styled | undefined,
  wording: Wording,
): readonly ClusteredCite[] {
  const { text } = analysis;
  if (citation.kind === 'footnoteReference') return footnoteCites(analysis, citation, known, styled, wording);
  if (!formats[citation.kind]) return [];
  const [post] = known.meantBy(citation);
  if (!post) return [];
  const { start, address = '' } = citation;
  const behind = text.startsWith(', ', citation.end)
    ? readLocator(text.slice(citation.end + 2, citation.end + 600))
    : undefined;
  const quote = quoteIn(address);
  const locator =
    behind?.locator ?? (quote === undefined ? undefined : ({ label: 'quote', value: quote } as const));
  const end = citation.end + (behind ? 2 + behind.end : 0);
  const told = { start, end, details: locator ? { locator } : {} };
  const words = citation.text && wordsAround(analysis, citation, told);
  return [{ ...told, post, citation, ...(words && { words }) }];
}
