import type { DocumentCitation, Span } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import type { Post } from '../post';
import { readLocator } from './aroundCitation';
import type { CitationDetails } from './details';
import { normalLabel } from './label';
import { pandocCites } from './pandocCites';
import type { CitationFormat } from './render';
import { type Styled, styledCluster } from './styledCluster';
import { quoteIn } from './textFragment';

/** One post within a citation of a document. */
export interface ClusteredCite extends Span {
  /** `undefined` for a key that the library does not know. */
  readonly post?: Post;
  /** As far as they can be told from the text around: before and behind a link that may be the sentence. */
  readonly details: CitationDetails;
  readonly citation: DocumentCitation;
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
): Cluster | undefined {
  const citation = analysis.citationAt(offset) ?? groupAround(analysis, offset);
  if (!citation) return undefined;
  const { start, end } = citation.group ?? citation;
  if (offset <= start || offset >= end) return undefined;
  if (citation.kind === 'key') return keyCluster(analysis, citation, offset, known);
  const inStyle = styled && styledCluster(analysis, citation, other => known.meantBy(other)[0], styled);
  if (inStyle) return inStyle;
  const format = formats[citation.kind];
  const found = format && sideBySide(analysis, citation, format, known);
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
  const { end } = group ?? citation;
  return { start, end, format: 'pandoc', cites, index };
}

const sameSpan = (a: Span | undefined, b: Span): boolean => a?.start === b.start && a.end === b.end;

function sideBySide(
  analysis: DocumentAnalysis,
  citation: DocumentCitation,
  format: CitationFormat,
  known: Known,
): Cluster | undefined {
  const { text, citations } = analysis;
  const at = citations.indexOf(citation);
  const own = linkCite(analysis, citation, known);
  if (!own) return undefined;
  const cites = [own];
  for (let next = at + 1; next < citations.length; next++) {
    const other = nextTo(analysis, cites.at(-1)!, citations[next]!, format, known);
    if (!other) break;
    cites.push(other);
  }
  let index = 0;
  for (let before = at - 1; before >= 0; before--) {
    const other = linkCite(analysis, citations[before]!, known);
    if (
      !other ||
      formats[other.citation.kind] !== format ||
      !separator.test(text.slice(other.end, cites[0]!.start))
    )
      break;
    cites.unshift(other);
    index++;
  }
  return { start: cites[0]!.start, end: cites.at(-1)!.end, format, cites, index };
}

/** What stands between citations that belong together. */
const separator = /^(?:[,;] ?| and |, and )$/;

function nextTo(
  analysis: DocumentAnalysis,
  { end }: ClusteredCite,
  citation: DocumentCitation,
  format: CitationFormat,
  known: Known,
): ClusteredCite | undefined {
  if (formats[citation.kind] !== format || !separator.test(analysis.text.slice(end, citation.start)))
    return undefined;
  return linkCite(analysis, citation, known);
}

/** A link or footnote with the locator behind it. */
function linkCite(
  analysis: DocumentAnalysis,
  citation: DocumentCitation,
  known: Known,
): ClusteredCite | undefined {
  const { text } = analysis;
  if (citation.kind === 'footnoteReference') {
    const post = known.meantBy(citation)[0] ?? postOfNote(analysis, citation, known);
    return post && { start: citation.start, end: citation.end, post, details: {}, citation };
  }
  if (!formats[citation.kind]) return undefined;
  const [post] = known.meantBy(citation);
  if (!post) return undefined;
  const { start, end, address = '' } = citation;
  const behind = text.startsWith(', ', end) ? readLocator(text.slice(end + 2, end + 600)) : undefined;
  const quote = quoteIn(address);
  const locator =
    behind?.locator ?? (quote === undefined ? undefined : ({ label: 'quote', value: quote } as const));
  return {
    start,
    end: end + (behind ? 2 + behind.end : 0),
    post,
    details: locator ? { locator } : {},
    citation,
  };
}

/** The first post that the note of a footnote cites. */
function postOfNote(
  { citations }: DocumentAnalysis,
  { label = '' }: DocumentCitation,
  known: Known,
): Post | undefined {
  const note = citations.find(
    ({ kind, label: other = '' }) =>
      kind === 'footnoteDefinition' && normalLabel(other) === normalLabel(label),
  );
  if (!note) return undefined;
  for (const citation of citations) {
    if (citation.start <= note.start || citation.end > note.end) continue;
    const [post] = known.meantBy(citation);
    if (post) return post;
  }
  return undefined;
}
