import type { DocumentCitation, Span } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import { readMarkdown } from '../document/markdown';
import { placeAt } from '../document/place';
import { lineEnding, lineStart } from '../document/position';
import { applyEdits, type TextEdit } from '../document/textEdit';
import { chooseLabel } from './chooseLabel';
import { joinCitations } from './citeAlso';
import type { ClusteredCite } from './cluster';
import type { ClusterRequest } from './editCluster';
import { definitionEdit } from './endOfDocument';
import { labelOf, normalLabel } from './label';
import { inDialect } from './mdxText';
import { minimalEdits } from './minimalEdits';
import { type Citation, type CitationFormat, type RenderOptions, renderCitation } from './render';

/**
 * Writes the citation anew in a format: link texts stay where it is a link, definitions come where they are missing, and
 * go where nothing refers to them any more. None where one of its keys is not known.
 */
export function rewriteCluster(
  { analysis, cluster, ...options }: ClusterRequest,
  cites: readonly ClusteredCite[],
  format: CitationFormat,
): readonly TextEdit[] {
  if (cites.some(({ post }) => !post)) return [];
  const { document, dialect } = analysis;
  const { tableCell, lineStart: startsLine } = placeAt(document, cluster.start);
  const isLabel = (label: string) => document.definitions.has(normalLabel(label));
  const place = { tableCell, lineStart: startsLine, isLabel };
  if (format === 'csl' && options.csl && options.csl.kind !== 'note') {
    const items = cites.map(({ post, details }) => ({ post: post!, details }));
    const text = inDialect(options.csl.citation(items, options.cited ?? [], place), dialect);
    // Where the style has no brackets, what was said before cannot be told from the sentence.
    const inside = text.indexOf(analysis.text.slice(cluster.start, cluster.end));
    if (inside >= 0 && analysis.text.startsWith(text, cluster.start - inside)) return [];
    return replaceCluster(analysis, cluster, { text, written: [], definedBy: undefined });
  }
  const isNote = format === 'footnote' || (format === 'csl' && options.csl?.kind === 'note');
  const left = new Set(definitionsLeft(analysis, cluster).map(({ label = '' }) => normalLabel(label)));
  const all = { ...options, place, dialect };
  const [first, ...others] = cites.map(({ post, details }) => ({ post: post!, details }));
  const written =
    format === 'csl' && isNote
      ? [rendered(analysis, { ...cites[0]!, ...first }, format, { ...all, others }, left)]
      : cites.map(cite => rendered(analysis, cite, format, all, left));
  const text = joinCitations(
    written.map(citation => citation.text),
    format,
  );
  const definedBy = isNote ? 'footnoteDefinition' : format === 'referenceLink' ? 'definition' : undefined;
  return replaceCluster(analysis, { ...cluster, cites }, { text, written, definedBy });
}

/** What is written in place of a citation. */
interface Replacement {
  readonly text: string;
  /** The labels that it refers to, with the definitions that are still missing. */
  readonly written: readonly { readonly label: string; readonly definition?: string }[];
  readonly definedBy: DocumentCitation['kind'] | undefined;
}

/** Puts another text in the place of a citation, and definitions right. */
export function replaceCluster(
  analysis: DocumentAnalysis,
  cluster: Span & { readonly cites: readonly ClusteredCite[] },
  { text: joined, written, definedBy }: Replacement,
): readonly TextEdit[] {
  const { text } = analysis;
  const kept = written.filter(({ definition }) => definition === undefined);
  const labels = new Set(kept.map(({ label }) => normalLabel(label)));
  const gone = definitionsLeft(analysis, cluster)
    .filter(({ kind, label = '' }) => kind !== definedBy || !labels.has(normalLabel(label)))
    .map(definition => wholeDefinition(text, definition));
  const ahead = gone.filter(({ end }) => end <= cluster.start);
  const behind = gone.filter(({ start }) => start >= cluster.end);
  const head = applyEdits(text.slice(0, cluster.start), ahead);
  const tail = applyEdits(
    text.slice(cluster.end),
    behind.map(edit => ({ ...edit, start: edit.start - cluster.end, end: edit.end - cluster.end })),
  );

  let edited = head + joined + tail;
  for (const definition of new Set(written.flatMap(({ definition = [] }) => definition))) {
    edited = applyEdits(edited, [
      definitionEdit(readMarkdown(edited, analysis.dialect), definition, lineEnding(text)),
    ]);
  }
  return [
    ...ahead,
    ...minimalEdits(text.slice(cluster.start, cluster.end), joined, cluster.start),
    ...minimalEdits(text.slice(cluster.end), edited.slice(head.length + joined.length), cluster.end),
  ];
}

function rendered(
  { document, text }: DocumentAnalysis,
  { post, details, citation }: ClusteredCite,
  format: CitationFormat,
  options: Partial<RenderOptions>,
  /** Labels that are free again. */
  left: ReadonlySet<string>,
): Citation & { readonly label: string } {
  const linkText = citation.text && text.slice(citation.text.start, citation.text.end);
  const all = { ...options, details, ...(linkText && { linkText }) };
  const found = chooseLabel(document, post!, format, all);
  const footnotes = new Map([...document.footnotes].filter(([name]) => !left.has(name)));
  const { label, isDefined } = found.isDefined
    ? found
    : chooseLabel({ ...document, footnotes }, post!, format, all);
  const { definition, ...citing } = renderCitation(post!, format, { ...all, label });
  return { ...citing, label, ...(definition !== undefined && !isDefined && { definition }) };
}

/** The definitions that only these cites refer to, but for notes that say more than Byline writes. */
function definitionsLeft(
  { citations }: DocumentAnalysis,
  cluster: Span & { readonly cites: readonly ClusteredCite[] },
): DocumentCitation[] {
  const kinds = { linkReference: 'definition', footnoteReference: 'footnoteDefinition' } as const;
  const left = cluster.cites.flatMap(({ citation: { kind, label = '' }, post, isWritten }) => {
    if (kind !== 'linkReference' && kind !== 'footnoteReference') return [];
    const isOwn = isWritten || (post && normalLabel(label).startsWith(normalLabel(labelOf(post.id))));
    if (kind === 'footnoteReference' && !isOwn) return [];
    const isSame = (other: DocumentCitation) => normalLabel(other.label ?? '') === normalLabel(label);
    const isUsed = citations.some(
      other =>
        other.kind === kind && isSame(other) && (other.end <= cluster.start || other.start >= cluster.end),
    );
    return isUsed ? [] : citations.filter(other => other.kind === kinds[kind] && isSame(other));
  });
  return [...new Set(left)];
}

/** With its lines, and with the empty line before it where another follows. */
function wholeDefinition(text: string, { start, end }: Span): TextEdit {
  const from = lineStart(text, start);
  const after = /^(?:\r\n|\n|\r)?/.exec(text.slice(end, end + 2))![0].length;
  const isAlone =
    /(?:^|\r\n|\n|\r)(?:\r\n|\n|\r)$/.test(text.slice(0, from)) &&
    /^\s*(?:$|[\r\n])/.test(text.slice(end + after, end + after + 200));
  const before = isAlone ? /(?:\r\n|\n|\r)$/.exec(text.slice(0, from))![0].length : 0;
  return { start: from - before, end: end + after, text: '' };
}
