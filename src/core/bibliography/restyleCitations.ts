import { normalLabel } from '../citation/label';
import { inDialect } from '../citation/mdxText';
import { minimalEdits } from '../citation/minimalEdits';
import { styledCluster } from '../citation/styledCluster';
import type { CslFormatter } from '../csl';
import { citationsIn, type DocumentCitation, type Span } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import { placeAt } from '../document/place';
import type { TextEdit } from '../document/textEdit';
import type { Post } from '../post';
import type { Cited } from './citedPosts';
import type { Formatted } from './formatted';

export interface Restyling {
  readonly edits: readonly TextEdit[];
  /** The citations that are written anew, sorted; one may have several links. */
  readonly spans: readonly Span[];
  /** Those that are in another style and stay so. */
  readonly left: readonly Span[];
}

/** In UTF-16 units: how far before a link the parenthesis that it stands in may open. */
const longestLead = 200;
/** As many citations in turn that none of the styles has written, and the others are not tried. */
const mostTried = 20;
const mostRetold = 200;

/**
 * Writes citations in the style that are in another one: a number where the style has names and years, names and a year
 * in parentheses where it has numbers or writes them otherwise.
 * @param formers what may have written them; only what one of them would write now, numbers aside, is written anew
 */
export function* restylingCitations(
  analysis: DocumentAnalysis,
  { citations, posts }: Cited,
  { formatter, style, formers }: RestylingStyles,
): Generator<void, Restyling> {
  const { text, document, dialect } = analysis;
  const known = new Map(citations.map(({ citation, post }) => [citation, post]));
  const inOrder = [...citations].sort((a, b) => a.citation.start - b.citation.start);
  const isLabel = (label: string) => document.definitions.has(normalLabel(label));
  const isForeign = foreignness(text, formatter.kind, style);
  const edits: TextEdit[] = [];
  const spans: Span[] = [];
  const left: Span[] = [];
  let failures = 0;
  let retries = 0;
  for (const [at, { citation, post }] of inOrder.entries()) {
    if (citation.start < (spans.at(-1)?.end ?? 0) || !(yield* isForeign(citation, post))) continue;
    const tried = formatter.kind === 'note' || failures >= mostTried ? [] : formers;
    let cluster: ReturnType<typeof styledCluster>;
    for (const csl of tried) {
      if (cluster) break;
      const among = csl.kind === 'numeric' ? besideEachOther(text, inOrder, at) : undefined;
      const linkOf = (link: DocumentCitation) => (!among || among.has(link) ? known.get(link) : undefined);
      yield* csl.preparing(posts);
      cluster = styledCluster(analysis, citation, linkOf, { csl, cited: posts });
      // Years may lack the letters that they ought to have; but telling a style of other posts takes long for many.
      if (!cluster && posts.length <= mostRetold && retries++ < mostTried) {
        cluster = styledCluster(analysis, citation, linkOf, { csl, cited: [post] });
      }
      yield;
    }
    if (!cluster || cluster.start < (spans.at(-1)?.end ?? 0)) {
      failures++;
      left.push(citation);
      continue;
    }
    failures = 0;
    const { start, end } = cluster;
    const { tableCell, lineStart } = placeAt(document, start);
    const items = cluster.cites.map(({ post: cited, details }) => ({ post: cited!, details }));
    yield* formatter.preparing(posts);
    const written = inDialect(formatter.citation(items, posts, { tableCell, lineStart, isLabel }), dialect);
    spans.push({ start, end });
    edits.push(...minimalEdits(text.slice(start, end), written, start));
  }
  return { edits, spans, left };
}

export interface RestylingStyles {
  readonly formatter: CslFormatter;
  /** What it says of the posts. */
  readonly style: Formatted;
  readonly formers: readonly CslFormatter[];
}

/**
 * A citation with those before and behind it that only punctuation parts from it: numbers have no parentheses around
 * them, so that words between them are the sentence's.
 */
function besideEachOther(text: string, all: Cited['citations'], at: number): ReadonlySet<DocumentCitation> {
  const isNext = (one: number) =>
    all[one + 1] !== undefined &&
    /^[\s,;–-]{0,4}$/.test(text.slice(all[one]!.citation.end, all[one + 1]!.citation.start).slice(0, 5));
  let [first, last] = [at, at];
  while (first > 0 && at - first < mostTried && isNext(first - 1)) first--;
  while (last - at < mostTried && isNext(last)) last++;
  return new Set(all.slice(first, last + 1).map(({ citation }) => citation));
}

const numberForm = /^(?:\\?\[\d{1,3}(?:[,:;] .{0,200})?\\?\]|[⁰¹²³⁴-⁹]+)$/s;

/** What tells at little cost that a link is the citation of a style other than this. */
function foreignness(text: string, kind: CslFormatter['kind'], style: Formatted) {
  let own: string | undefined;
  return function* (
    { kind: form, text: span, start }: DocumentCitation,
    post: Post,
  ): Generator<void, boolean> {
    if (form !== 'link' || !span || span.end - span.start > longestLead * 2) return false;
    const shown = text.slice(span.start, span.end);
    if (numberForm.test(shown)) return kind !== 'numeric';
    const separator = yearSeparator(shown, post);
    if (!separator || !isInParentheses(text, start)) return false;
    own ??= kind === 'inText' ? (yearSeparator(textOfLink(yield* style.citation(post)), post) ?? '') : '';
    return separator !== own && (kind !== 'inText' || own !== '');
  };
}

/** What stands between the author and the year at the end of a link's text; `undefined` where it is no such text. */
function yearSeparator(shown: string, { author, issued }: Post): string | undefined {
  const [first] = author;
  const name = first?.family ?? first?.literal;
  if (!issued || !name || !shown.includes(name)) return undefined;
  const year = String(issued.year);
  const at = shown.lastIndexOf(year);
  const behind = shown.slice(at + year.length);
  return at > 0 && /^[a-z]{0,2}(?:$|[,:;] )/.test(behind)
    ? /[^\p{L}\p{N}]*$/u.exec(shown.slice(0, at))![0]
    : undefined;
}

function isInParentheses(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - longestLead), offset);
  let open = 0;
  for (const mark of before.slice(before.search(/[^\r\n]*$/))) {
    if (mark === '(') open++;
    else if (mark === ')' && open > 0) open--;
  }
  return open > 0;
}

function textOfLink(citation: string): string {
  const span = citationsIn(citation).find(({ text }) => text)?.text;
  return span ? citation.slice(span.start, span.end) : '';
}
