import type { Chrome } from '../../html/chrome';
import { type Entry, isEntryElement } from '../../html/entry';
import { type HtmlElement, type HtmlNode, isElement, textOf } from '../../html/tree';
import { inList, regions, signature } from './regions';
import { findTitles, type Titles } from './titles';

/** Whether a date or a byline stands in the nodes. */
type Evidence = (nodes: readonly HtmlNode[], title: HtmlElement) => boolean;

/** Finds the titles on a page, and what of the page belongs to each. Linear: every node is visited a fixed number of times. */
export function findEntries(
  root: HtmlElement,
  chrome: Chrome,
  hasEvidence: Evidence,
): { entries: Entry[]; isShortened: boolean } {
  const { isShortened, ...titles } = findTitles(root, chrome);
  return { entries: entriesOf(titles, chrome, hasEvidence), isShortened };
}

function entriesOf({ headings, links, plain }: Titles, chrome: Chrome, hasEvidence: Evidence): Entry[] {
  const entries = regions(headings, chrome);
  const taken = new Set(entries.flatMap(entry => entry.nodes));
  const free = links.filter(title => !isWithin(title.element, taken));
  let listed = evident(regions(free, chrome, headings), hasEvidence);
  if (entries.length === 0 && listed.length === 0) {
    const unlinked = regions(plain, chrome).filter(entry => hasEvidence(entry.nodes, entry.title));
    if (unlinked.length > 0) return unlinked;
    listed = regions(
      free.filter(title => inList(title.element)),
      chrome,
    ).filter(entry => isSentenceLike(textOf(entry.title, undefined, 300)));
    if (listed.length < 2) return [];
  }
  return [...withoutCalls(entries, hasEvidence), ...listed].sort((a, b) => a.title.order - b.title.order);
}

/** Without headings that look like no post beside those with a date or a byline: "Join our crew", "Engineering". */
function withoutCalls(entries: readonly Entry[], hasEvidence: Evidence): readonly Entry[] {
  const sure = new Set(entries.filter(entry => hasEvidence(entry.nodes, entry.title)));
  if (sure.size === 0) return entries;
  const kindOf = (entry: Entry) => signature(entry.nodes.find(isElement) ?? '');
  const kinds = new Set([...sure].map(kindOf));
  return entries.filter(entry => {
    if (sure.has(entry)) return true;
    if (!entry.link) return false;
    const root = entry.nodes.find(isElement);
    return kinds.has(kindOf(entry)) || (root !== undefined && isEntryElement(root));
  });
}

/** Those with a date or a byline, and the rest of a list or table in which most have one. */
function evident(entries: readonly Entry[], hasEvidence: Evidence): Entry[] {
  const parentOf = (entry: Entry) => entry.nodes.find(isElement)?.parent;
  const counts = new Map<HtmlElement | undefined, number>();
  const sure = new Set(entries.filter(entry => hasEvidence(entry.nodes, entry.title)));
  for (const entry of entries)
    counts.set(parentOf(entry), (counts.get(parentOf(entry)) ?? 0) + (sure.has(entry) ? 1 : -1));
  return entries.filter(
    entry => sure.has(entry) || (inList(entry.title) && counts.get(parentOf(entry))! > 0),
  );
}

function isWithin(element: HtmlElement, nodes: ReadonlySet<HtmlNode>): boolean {
  for (let above: HtmlElement | undefined = element; above; above = above.parent)
    if (nodes.has(above)) return true;
  return false;
}

const isSentenceLike = (text: string): boolean =>
  text.split(' ').length >= 3 || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]{6}/u.test(text);
