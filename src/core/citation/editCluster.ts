import type { CslFormatter } from '../csl/formatter';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import { placeAt } from '../document/place';
import { applyEdits, type TextEdit } from '../document/textEdit';
import type { Post } from '../post';
import { sameValue } from '../sameValue';
import { linkDestination } from './address';
import { aroundCitation } from './aroundCitation';
import { chooseLabel } from './chooseLabel';
import type { Cited } from './cite';
import { citeAlso } from './citeAlso';
import type { Cluster, ClusteredCite } from './cluster';
import type { CitationDetails } from './details';
import { inDialect } from './mdxText';
import { minimalEdits } from './minimalEdits';
import { aroundKey, pandocCite } from './pandoc';
import { type CitationFormat, renderCitation } from './render';
import { replaceCluster, rewriteCluster } from './rewriteCluster';
import { citedAddress, withoutTextFragment } from './textFragment';
import type { Wording } from './wording';

/** A citation of a document that is to be edited, and how the user words citations. */
export interface ClusterRequest {
  readonly analysis: DocumentAnalysis;
  readonly cluster: Cluster;
  readonly wording?: Wording;
  readonly csl?: CslFormatter;
  /** The posts that the document cites, in the order of their first citations; for `csl`. */
  readonly cited?: readonly Post[];
}

/** Cites one more post in a citation that is there; nothing changes where it says that already. */
export function appendToCluster(
  request: ClusterRequest & { readonly post: Post; readonly details?: CitationDetails },
): Cited {
  const { analysis, cluster, post, details, ...options } = request;
  const { format, cites, end } = cluster;
  const isSaid = cites.some(
    other => other.post?.id === post.id && (isEmpty(details) || sameValue(other.details, details)),
  );
  if (isSaid) return { edits: [], carets: [end] };
  if (format === 'pandoc') {
    const one = inDialect(pandocCite(post.id, details), analysis.dialect);
    const edit =
      cites.at(-1)!.citation.group || end > cites.at(-1)!.citation.end
        ? { start: end - 1, end: end - 1, text: `; ${one}` }
        : { start: end, end, text: ` [${one}]` };
    return { edits: [edit], carets: [end + edit.text.length] };
  }
  if (isWhole(request)) {
    const added: ClusteredCite = { ...cites.at(-1)!, post, details: details ?? {} };
    const edits = rewriteCluster(request, [...cites, added], format);
    const grown = edits
      .filter(edit => edit.end <= end)
      .reduce((length, edit) => length + edit.text.length - (edit.end - edit.start), 0);
    return { edits, carets: [end + grown] };
  }
  return citeAlso({
    ...options,
    document: analysis.text,
    dialect: analysis.dialect,
    post,
    format,
    selections: [{ start: end, end }],
    ...(details && { details }),
  });
}

/** What a citation is to become; what is not named stays. */
export interface ClusterChange {
  readonly format?: CitationFormat;
  /** Of the cite at the cluster's `index`, all of them: those left out go. */
  readonly details?: CitationDetails;
}

/** Gives a citation other details, or another format; the edits are none where it is so already. */
export function changeCluster(request: ClusterRequest & ClusterChange): readonly TextEdit[] {
  const { cluster, format = cluster.format, details } = request;
  const own = cluster.cites[cluster.index]!;
  const isOther = details !== undefined && !sameValue(detailsOf(own), details);
  if (format !== cluster.format) {
    const cites = isOther
      ? cluster.cites.map(item => (item === own ? { ...item, details } : item))
      : cluster.cites;
    return rewriteCluster(request, cites, format);
  }
  if (!isOther) return [];
  if (format === 'pandoc') return pandocEdits(request, own, details);
  if (isWhole(request)) {
    return rewriteCluster(
      request,
      cluster.cites.map(item => (item === own ? { ...item, details } : item)),
      format,
    );
  }
  if (own.citation.text) return linkEdits(request, { ...own, ...own.words }, details);
  const alone = { ...cluster, start: own.start, end: own.end };
  return rewriteCluster({ ...request, cluster: alone }, [{ ...own, details }], format);
}

/** All that a cite says, with the words around it that may be the sentence's. */
export const detailsOf = ({ details, words }: ClusteredCite): CitationDetails => words?.details ?? details;

/** Whether a style has written all of it together, which of a note may be somebody else. */
const isWhole = ({ cluster, csl }: ClusterRequest): boolean =>
  cluster.format === 'csl' && (csl?.kind !== 'note' || cluster.cites.every(({ isWritten }) => isWritten));

const isEmpty = (details: CitationDetails = {}): boolean => sameValue(details, {});

/** What did not change stays as it was typed. */
function pandocEdits(
  { analysis: { text, dialect } }: ClusterRequest,
  { start, end, citation, details: old }: ClusteredCite,
  details: CitationDetails,
): TextEdit[] {
  const { before, after } = aroundKey(details);
  const put = (from: number, to: number, written: string) =>
    minimalEdits(text.slice(from, to), inDialect(written, dialect), from);
  // What is said before a key without brackets is the sentence.
  if (!citation.group) return put(citation.end, end, after && ` [${after.replace(/^(?:\{\})?,? /, '')}]`);
  return [
    ...(details.prefix === old.prefix ? [] : put(start, citation.start, before)),
    ...(details.suffix === old.suffix && sameValue(details.locator, old.locator)
      ? []
      : put(citation.end, end, after)),
  ];
}

/** The cite comes with the words around it. */
function linkEdits(
  { analysis, wording }: ClusterRequest,
  cite: ClusteredCite,
  details: CitationDetails,
): readonly TextEdit[] {
  const { text, document, dialect } = analysis;
  const { start, end, citation } = cite;
  const { lineStart, tableCell } = placeAt(document, citation.start);
  const around = aroundCitation(details, { lineStart, tableCell });
  const [before, after] = [inDialect(around.before, dialect), inDialect(around.after, dialect)];
  const edits: TextEdit[] = [];
  if (start < citation.start) edits.push(...minimalEdits(text.slice(start, citation.start), before, start));
  else if (before && !text.slice(0, start).endsWith(before)) edits.push({ start, end: start, text: before });
  const { address = '', addressSpan } = citation;
  const cited = citedAddress(withoutTextFragment(address), details);
  const isMoved = cited !== address;
  if (addressSpan && isMoved) {
    const written = text.slice(addressSpan.start, addressSpan.end);
    edits.push(...minimalEdits(written, linkDestination(cited), addressSpan.start));
  }
  const options = { details, dialect, ...(wording && { wording }) };
  const chosen =
    !addressSpan && isMoved ? chooseLabel(document, cite.post!, 'referenceLink', options) : undefined;
  if (chosen) edits.push({ start: citation.text!.end, end: citation.end, text: `][${chosen.label}]` });
  if (after.length < end - citation.end || !text.startsWith(after, citation.end)) {
    edits.push(...minimalEdits(text.slice(citation.end, end), after, citation.end));
  }
  if (!chosen) return edits;
  const own = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const definition = renderCitation(cite.post!, 'referenceLink', {
    ...options,
    label: chosen.label,
  }).definition;
  return replaceCluster(
    analysis,
    { start, end, cites: [cite] },
    {
      text: applyEdits(text.slice(start, end), own),
      written: [{ label: chosen.label, ...(!chosen.isDefined && definition && { definition }) }],
      definedBy: 'definition',
    },
  );
}
