import type { CslCite, CslFormatter } from '../csl/formatter';
import { citationsIn, type DocumentCitation } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import { placeAt } from '../document/place';
import type { Post } from '../post';
import type { Cluster, ClusteredCite } from './cluster';
import { inDialect } from './mdxText';
import { readAround } from './readAround';
import { quoteIn } from './textFragment';

/** How the citations of a document are formatted. */
export interface Styled {
  readonly csl: CslFormatter;
  /** The posts that the document cites, in the order of their first citations. */
  readonly cited?: readonly Post[];
}

type Format = (items: readonly CslCite[]) => string;

/** In UTF-16 units: what one citation says between two of its links, or before and behind them. */
const longestGap = 200;
/** Links of one citation that are looked for on each side. */
const mostBeside = 8;

/**
 * The citation that a style has written around a link, in the text and not as a note: the links beside it that the style
 * would write together with just the text that stands there, numbers apart. What is more before or behind a link is
 * taken for its details, if the style then writes just that.
 */
export function styledCluster(
  { text, citations, dialect, document }: DocumentAnalysis,
  citation: DocumentCitation,
  postOf: (citation: DocumentCitation) => Post | undefined,
  { csl, cited = [] }: Styled,
): Cluster | undefined {
  if (csl.kind === 'note' || citation.kind !== 'link' || !postOf(citation)) return undefined;
  const { tableCell } = placeAt(document, citation.start);
  const place = { tableCell };
  const format: Format = items => inDialect(csl.citation(items, cited, place), dialect);
  const at = citations.indexOf(citation);
  const isNext = (before: DocumentCitation, after: DocumentCitation | undefined) =>
    after?.kind === 'link' && after.start - before.end < longestGap && postOf(after) !== undefined;
  let [first, last] = [at, at];
  while (last - at < mostBeside && isNext(citations[last]!, citations[last + 1])) last++;
  while (
    at - first < mostBeside &&
    first > 0 &&
    citations[first - 1]!.kind === 'link' &&
    postOf(citations[first - 1]!) &&
    isNext(citations[first - 1]!, citations[first])
  )
    first--;
  for (let length = last - first + 1; length > 0; length--) {
    for (let start = Math.max(first, at - length + 1); start <= at && start + length - 1 <= last; start++) {
      const links = citations.slice(start, start + length).map(link => ({ link, post: postOf(link)! }));
      const found = matched(text, links, format);
      if (found) return { ...found, format: 'csl', index: at - start };
    }
  }
  return undefined;
}

interface KnownLink {
  readonly link: DocumentCitation;
  readonly post: Post;
}

/** A citation as the style writes it, in pieces: before, between and behind its links, and the texts of the links. */
interface Pieces {
  readonly gaps: readonly string[];
  readonly texts: readonly string[];
}

function matched(
  text: string,
  links: readonly KnownLink[],
  format: Format,
): Pick<Cluster, 'start' | 'end' | 'cites'> | undefined {
  const quotes = links.map(({ link, post }): CslCite => {
    const quote = quoteIn(link.address ?? '');
    return quote === undefined ? { post } : { post, details: { locator: { label: 'quote', value: quote } } };
  });
  const plain = piecesOf(format(quotes));
  if (!plain || plain.texts.length !== links.length) return undefined;
  const guessed = guess(text, links, plain);
  if (!guessed) return undefined;
  const items = quotes.map(({ post, details: quote }, index): CslCite => {
    const details = { ...quote, ...guessed.details[index] };
    return { post, ...(Object.keys(details).length > 0 && { details }) };
  });
  const whole = text.slice(guessed.start, guessed.end);
  if (normal(format(items)) !== normal(whole)) return undefined;
  const cites = items.map(({ post, details = {} }, index): ClusteredCite => {
    const { link } = links[index]!;
    return { start: link.start, end: link.end, post, details, citation: link };
  });
  return { start: guessed.start, end: guessed.end, cites };
}

function piecesOf(written: string): Pieces | undefined {
  const links = citationsIn(written).filter(({ kind }) => kind === 'link');
  let end = 0;
  const gaps: string[] = [];
  for (const link of links) {
    gaps.push(written.slice(end, link.start));
    end = link.end;
  }
  const texts = links.map(link => written.slice(link.text!.start, link.text!.end));
  return links.length > 0 ? { gaps: [...gaps, written.slice(end)], texts } : undefined;
}

/** What the details must be for the text around the links to be more than the style writes without any. */
function guess(text: string, links: readonly KnownLink[], { gaps, texts }: Pieces) {
  const [first, last] = [links[0]!.link, links.at(-1)!.link];
  const before = text.slice(Math.max(0, first.start - longestGap), first.start);
  const after = text.slice(last.end, last.end + longestGap);
  const [opening = '', closing = ''] = [gaps[0], gaps.at(-1)];
  const open = opening === '' ? before.length : before.lastIndexOf(opening);
  const close = after.indexOf(closing);
  if (open < 0 || close < 0 || /[\r\n]{2}/.test(before.slice(open) + after.slice(0, close))) return undefined;
  const prefixes = [before.slice(open + opening.length)];
  const suffixes: string[] = [];
  for (const [index, { link }] of links.entries()) {
    const shown = text.slice(link.text!.start, link.text!.end);
    const rest = lengthened(shown, texts[index]!);
    if (rest === undefined) return undefined;
    const next = links[index + 1]?.link;
    const gap = next ? text.slice(link.end, next.start) : after.slice(0, close);
    const delimiter = next ? gaps[index + 1]! : '';
    const end = next ? gap.lastIndexOf(delimiter) : gap.length;
    if (end < 0) return undefined;
    suffixes.push(rest + gap.slice(0, end));
    if (next) prefixes.push(gap.slice(end + delimiter.length));
  }
  return {
    start: first.start - before.length + open,
    end: last.end + close + closing.length,
    details: links.map((_, index) => readAround(prefixes[index]!, suffixes[index]!)),
  };
}

/** What a link says beyond what it says without details, at its end or before the brackets there; numbers may be others. */
function lengthened(shown: string, plain: string): string | undefined {
  const [end = ''] = /[^\p{L}\p{N}]*$/u.exec(plain) ?? [];
  if (!shown.endsWith(end)) return undefined;
  const [head, start] = [
    plain.slice(0, plain.length - end.length),
    shown.slice(0, shown.length - end.length),
  ];
  const pattern = head.split(/\d+/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('\\d+')}(.*)$`, 's').exec(start)?.[1];
}

const normal = (text: string): string => text.replace(/\d+/g, '#');
