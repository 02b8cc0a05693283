import { type Chrome, headingLevel } from '../../html/chrome';
import { type Entry, isEntryElement } from '../../html/entry';
import { isPostLink } from '../../html/links';
import { roleOf } from '../../html/roles';
import {
  attribute,
  descendants,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isUnseen,
  textOf,
} from '../../html/tree';
import type { Title } from './titles';

const bounds = new Set('li tr article body main html #root'.split(' '));

/** What belongs to each title: the largest element around it that holds no other, and the siblings up to the next. */
export function regions(titles: readonly Title[], chrome: Chrome, others: readonly Title[] = []): Entry[] {
  const range = new Map<HtmlElement, { min: number; max: number }>();
  let id = 0;
  let before: Title | undefined;
  const all = [...titles, ...others].sort((a, b) => a.element.order - b.element.order);
  for (const title of all) {
    const same =
      before && title.link && before.link && attribute(before.link, 'href') === attribute(title.link, 'href');
    title.id = same ? id : ++id;
    before = title;
    for (let above: HtmlElement | undefined = title.element; above; above = above.parent) {
      const seen = range.get(above);
      if (!seen) range.set(above, { min: id, max: id });
      else seen.max = id;
    }
  }
  const single = (element: HtmlElement) => range.get(element)!.min === range.get(element)!.max;
  const byId = new Map<number, Title[]>();
  for (const title of titles) byId.set(title.id, [...(byId.get(title.id) ?? []).slice(0, 5), title]);

  const roots: { titles: readonly Title[]; root: HtmlElement }[] = [];
  for (const group of byId.values()) {
    const first = group[0]!;
    let root = first.element;
    if (first.entry && single(first.entry)) root = first.entry;
    else {
      while (
        root.parent &&
        !bounds.has(root.tag) &&
        !bounds.has(root.parent.tag) &&
        single(root.parent) &&
        !hasHeadingBefore(root)
      )
        root = root.parent;
      if (
        root.parent &&
        (root.parent.tag === 'li' || root.parent.tag === 'tr' || root.parent.tag === 'article') &&
        single(root.parent) &&
        !bounds.has(root.tag)
      )
        root = root.parent;
    }
    roots.push({ titles: group, root });
  }
  const indexes = childIndexes(roots.map(({ root }) => root));
  const leads = leadSignatures(
    roots.map(({ root }) => root),
    indexes,
    range,
    chrome,
  );
  return roots.map(({ titles: group, root }) => {
    const best = [...group].sort((a, b) => quality(b) - quality(a))[0]!;
    return {
      title: best.element,
      link: best.link ?? group.find(title => title.link)?.link,
      nodes: withSiblings(root, indexes.get(root) ?? 0, range, chrome, leads),
    };
  });
}

/** Of the links to one address a heading is better than a picture or a teaser, and a higher heading than one below. */
const quality = ({ element, kind }: Title): number =>
  (kind === 'heading' ? 4000 - 500 * (headingLevel(element) ?? 0) : 0) +
  (roleOf(element) === 'excerpt' ? 0 : Math.min(textOf(element, undefined, 300).length, 300));

type Ranges = ReadonlyMap<HtmlElement, unknown>;

function hasHeadingBefore(element: HtmlElement): boolean {
  for (const child of element.parent!.children) {
    if (child === element) return false;
    if (isElement(child) && headingLevel(child) !== undefined && !isUnseen(child)) return true;
  }
  return false;
}

/** Elements of one kind, by tag and class. */
export const signature = (node: HtmlNode): string =>
  isElement(node) ? `${node.tag}.${attribute(node, 'class').slice(0, 200)}` : '#text';
const isBlank = (node: HtmlNode): boolean => typeof node === 'string' && node.trim() === '';

/** For each parent whose titles all have something of one kind before them (a date line), that kind. */
function leadSignatures(
  roots: readonly HtmlElement[],
  indexes: ReadonlyMap<HtmlElement, number>,
  ranges: Ranges,
  chrome: Chrome,
): ReadonlyMap<HtmlElement, ReadonlySet<string>> {
  const leads = new Map<HtmlElement, Set<string>>();
  for (const root of roots) {
    const parent = root.parent;
    if (!parent || bounds.has(root.tag) || isEntryElement(root)) continue;
    const found = new Set<string>();
    for (let at = indexes.get(root)! - 1; at >= 0 && found.size < 4; at--) {
      const node = parent.children[at]!;
      if (isBlank(node)) continue;
      if (
        isElement(node) &&
        (ranges.has(node) ||
          chrome.has(node) ||
          headingLevel(node) !== undefined ||
          node.tag === 'hr' ||
          node.tag === 'br')
      )
        break;
      found.add(signature(node));
    }
    const earlier = leads.get(parent);
    if (!earlier) leads.set(parent, found);
    else for (const kind of earlier) if (!found.has(kind)) earlier.delete(kind);
  }
  return leads;
}

function childIndexes(roots: readonly HtmlElement[]): ReadonlyMap<HtmlElement, number> {
  const indexes = new Map<HtmlElement, number>();
  for (const parent of new Set(roots.map(root => root.parent))) {
    for (const [at, child] of (parent?.children ?? []).entries())
      if (isElement(child)) indexes.set(child, at);
  }
  return indexes;
}

function withSiblings(
  root: HtmlElement,
  start: number,
  ranges: Ranges,
  chrome: Chrome,
  leads: ReadonlyMap<HtmlElement, ReadonlySet<string>>,
): HtmlNode[] {
  const { parent } = root;
  if (!parent || isEntryElement(root) || root.tag === 'li') return [root];
  const lead = leads.get(parent) ?? new Set();
  const inline = root.tag === 'a' || root.tag === 'span';
  const ends = (node: HtmlNode) =>
    isElement(node) &&
    (ranges.has(node) ||
      isListOfLinks(node) ||
      chrome.has(node) ||
      node.tag === 'hr' ||
      (inline && node.tag === 'br') ||
      headingLevel(node) !== undefined);
  const nodes: HtmlNode[] = [root];
  for (let at = start - 1; at >= 0; at--) {
    const node = parent.children[at]!;
    if (isBlank(node)) continue;
    if (ends(node) || !(inline || lead.has(signature(node)))) break;
    nodes.unshift(node);
  }
  let end = start + 1;
  while (end < parent.children.length && !ends(parent.children[end]!)) end++;
  // What stands just before the next title may be that one's lead.
  if (
    end < parent.children.length &&
    isElement(parent.children[end]!) &&
    ranges.has(parent.children[end] as HtmlElement)
  ) {
    while (
      end > start + 1 &&
      (isBlank(parent.children[end - 1]!) || lead.has(signature(parent.children[end - 1]!)))
    )
      end--;
  }
  for (const node of parent.children.slice(start + 1, end)) nodes.push(node);
  return nodes;
}

/** A list of other posts, which belongs to no title before it. */
function isListOfLinks(element: HtmlElement): boolean {
  if (!/^(?:ul|ol|dl|table|section)$/.test(element.tag)) return false;
  let links = 0;
  for (const inner of descendants(element)) {
    if (inner.tag === 'a' && isPostLink(inner) && inList(inner) && ++links > 1) return true;
  }
  return false;
}

/** Whether the element stands in an item of a list or a cell of a table. */
export function inList(element: HtmlElement): boolean {
  for (let above = element.parent; above; above = above.parent)
    if (/^(?:li|td|tr|dt|dd)$/.test(above.tag)) return true;
  return false;
}
