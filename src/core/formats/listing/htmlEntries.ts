import { type Chrome, headingLevel } from './htmlChrome';
import { classWords, isAuthorAddress, isTagAddress, roleOf } from './htmlRoles';
import {
  attribute,
  descendants,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isUnseen,
  textOf,
  tokens,
} from './htmlTree';

/** The part of a page that speaks of one post. */
export interface Entry {
  /** The element whose text is the title. */
  readonly title: HtmlElement;
  readonly link: HtmlElement | undefined;
  readonly nodes: readonly HtmlNode[];
}

/** Whether a date or a byline stands in the nodes. */
type Evidence = (nodes: readonly HtmlNode[], title: HtmlElement) => boolean;

interface Title {
  readonly element: HtmlElement;
  readonly link: HtmlElement | undefined;
  /** Titles of one address next to each other are one. */
  id: number;
  readonly entry: HtmlElement | undefined;
  readonly kind: 'heading' | 'link';
}

/** Whether markup says that the element holds one post (or the page's whole list of them). */
export function isEntryElement(element: HtmlElement): boolean {
  if (element.tag === 'article' || attribute(element, 'role') === 'article') return true;
  if (element.attributes.size === 0 || element.tag === 'body' || element.tag === 'html') return false;
  const type = attribute(element, 'itemtype');
  if (type && /\/(?:BlogPosting|\w*Article|Report|LiveBlogPosting)$/i.test(type)) return true;
  if (tokens(element, 'itemprop').some(word => word === 'blogpost' || word === 'blogposts')) return true;
  return tokens(element, 'class').some(
    token => token === 'h-entry' || token === 'hentry' || token === 'h-cite',
  );
}

const notTitle =
  /^(?:(?:read|see|view|learn|show|load|find out|discover)(?: (?:more|all|full|the|this|post|article|story|on|now|it|older|newer|everything).*)?|continue(?: reading)?.*|more|older|newer|older (?:posts|entries)|newer (?:posts|entries)|next(?: page)?|prev(?:ious)?(?: page)?|home|blog|archives?|about|contact|\d+ (?:comments?|responses?|replies|likes?)|(?:leave a |no )?comments?|permalink|share|edit|#|weiterlesen|mehr(?: lesen)?|lire (?:la suite|plus)|leer más|seguir leyendo|leia mais|continua a leggere|leggi (?:tutto|di più)|lees (?:meer|verder)|続きを読む|阅读更多|閱讀更多|더 보기|rss|atom|subscribe|[^\p{L}]*)\s*[→»›>….]*$/iu;

/** Whether a link's text only sends the reader on ("Read more"), and is no title. */
export const isNotTitle = (text: string): boolean => text.length < 200 && notTitle.test(text.trim());

const homePath = /^(?:https?:\/\/[^/]+)?\/?(?:index\.html?)?(?:[?#].*)?$/i;

function isPostLink(link: HtmlElement): boolean {
  const href = attribute(link, 'href').trim();
  if (href === '' || href.startsWith('#') || homePath.test(href)) return false;
  if (/^(?:mailto|tel|javascript):/i.test(href) && !/^javascript:/i.test(href)) return false;
  const role = roleOf(link);
  if (role === 'author' || role === 'tag') return false;
  return (
    !isAuthorAddress(href) &&
    !isTagAddress(href) &&
    !tokens(link, 'rel').some(word => /^(?:home|next|prev|bookmarklet)$/.test(word))
  );
}

/** Finds the titles on a page, and what of the page belongs to each. Linear: every node is visited a fixed number of times. */
export function findEntries(root: HtmlElement, chrome: Chrome, hasEvidence: Evidence): Entry[] {
  const { headings, links, plain } = findTitles(root, chrome);
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

function findTitles(
  root: HtmlElement,
  chrome: Chrome,
): { headings: Title[]; links: Title[]; plain: Title[] } {
  const headings: Title[] = [];
  const links: Title[] = [];
  const plain: Title[] = [];
  const walk = (
    element: HtmlElement,
    link: HtmlElement | undefined,
    entry: HtmlElement | undefined,
    apart: boolean,
  ): void => {
    for (const child of element.children) {
      if (!isElement(child) || chrome.has(child)) continue;
      if (
        isUnseen(child) &&
        !(child.tag === 'a' && child.children.some(inner => isElement(inner) && headingLevel(inner)))
      )
        continue;
      const role = roleOf(child);
      if (
        role === 'author' ||
        role === 'tag' ||
        role === 'job' ||
        role === 'chrome' ||
        role === 'date' ||
        role === 'publication'
      ) {
        // A card may be one link of any name, and a name may mislead: "tag" on a wrapper of whole posts.
        if (!holdsHeading(child)) continue;
      }
      const outer = child.tag === 'a' && isPostLink(child) ? child : link;
      const level = headingLevel(child);
      const marked =
        level === undefined &&
        role === 'title' &&
        !isAvatarName(child) &&
        child.tag !== 'header' &&
        !holdsHeading(child);
      const inner = isEntryElement(child) ? child : entry;
      if (level !== undefined || marked) {
        const own = linkWithin(child) ?? outer;
        const text = textOf(child, undefined, 400);
        if (text !== '' && !isNotTitle(text)) {
          const title = (kind: Title['kind']): Title => ({
            element: child,
            link: own,
            id: 0,
            entry: inner,
            kind,
          });
          if (own && isPostLink(own)) headings.push(title('heading'));
          else if (!hasLink(child)) (inner && !apart ? headings : plain).push(title('heading'));
        }
        continue;
      }
      if (outer === child && !holdsHeading(child)) {
        const text = textOf(child, undefined, 400);
        if (text !== '' && !isNotTitle(text))
          links.push({ element: child, link: child, id: 0, entry: inner, kind: 'link' });
        continue;
      }
      const excerpt = role === 'excerpt' && inner !== undefined && headings.at(-1)?.entry === inner;
      if (excerpt) continue;
      walk(child, outer, inner, isEntryElement(child) ? false : apart);
    }
  };
  walk(root, undefined, undefined, false);
  return { headings: dropPageHeadings(headings), links, plain };
}

/** Whether a heading or an element marked as a title stands within, at most a few levels deep. */
function holdsHeading(element: HtmlElement, depth = 6): boolean {
  return element.children.some(
    child =>
      isElement(child) &&
      !isUnseen(child) &&
      (headingLevel(child) !== undefined ||
        (roleOf(child) === 'title' && !isAvatarName(child)) ||
        (depth > 0 && holdsHeading(child, depth - 1))),
  );
}

const isAvatarName = (element: HtmlElement): boolean =>
  classWords(element).some(
    words =>
      words.includes('avatar') ||
      words.includes('author') ||
      words.includes('user') ||
      words.includes('site'),
  );

function linkWithin(element: HtmlElement, depth = 5): HtmlElement | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.tag === 'a' && isPostLink(child) && !isUnseen(child)) return child;
    const inner = depth > 0 ? linkWithin(child, depth - 1) : undefined;
    if (inner) return inner;
  }
  return element.tag === 'a' && isPostLink(element) ? element : undefined;
}

const hasLink = (element: HtmlElement): boolean =>
  element.children.some(
    child =>
      isElement(child) &&
      ((child.tag === 'a' && !attribute(child, 'href').startsWith('#') && attribute(child, 'href') !== '') ||
        hasLink(child)),
  );

/** An entry element of more than one title is the page's list; then its headings without a link are the list's. */
function dropPageHeadings(titles: readonly Title[]): Title[] {
  const linked = new Map<HtmlElement, Set<string>>();
  for (const { entry, link } of titles) {
    if (!link) continue;
    for (let above = entry; above; above = entryAbove(above)) {
      const seen = linked.get(above) ?? new Set();
      linked.set(above, seen);
      if (seen.size < 3) seen.add(attribute(link, 'href'));
    }
  }
  const first = new Map<HtmlElement, Title>();
  const best: Title[] = [];
  for (const title of titles) {
    const { entry } = title;
    const count = entry ? (linked.get(entry)?.size ?? 0) : 0;
    if (!entry || count > 1) {
      if (title.link) best.push({ ...title, entry: undefined });
      continue;
    }
    if (count === 1 && !title.link) continue;
    const earlier = first.get(entry);
    if (!earlier) {
      first.set(entry, title);
      best.push(title);
    } else if (!title.link && rank(title) < rank(earlier)) {
      best[best.indexOf(earlier, Math.max(0, best.length - 8))] = title;
      first.set(entry, title);
    }
  }
  return best;
}

const rank = (title: Title): number =>
  headingLevel(title.element) ?? (roleOf(title.element) === 'title' ? 0 : 7);

function entryAbove(element: HtmlElement): HtmlElement | undefined {
  for (let above = element.parent; above; above = above.parent) if (isEntryElement(above)) return above;
  return undefined;
}

const bounds = new Set('li tr article body main html #root'.split(' '));

/** What belongs to each title: the largest element around it that holds no other, and the siblings up to the next. */
function regions(titles: readonly Title[], chrome: Chrome, others: readonly Title[] = []): Entry[] {
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

/** Of a picture's link and a title's link to one address the title's is better. */
const quality = (title: Title): number =>
  (title.kind === 'heading' ? 1000 : 0) + Math.min(textOf(title.element, undefined, 300).length, 300);

type Ranges = ReadonlyMap<HtmlElement, unknown>;

function hasHeadingBefore(element: HtmlElement): boolean {
  for (const child of element.parent!.children) {
    if (child === element) return false;
    if (isElement(child) && headingLevel(child) !== undefined && !isUnseen(child)) return true;
  }
  return false;
}

const signature = (node: HtmlNode): string =>
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
  nodes.push(...parent.children.slice(start + 1, end));
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

function isWithin(element: HtmlElement, nodes: ReadonlySet<HtmlNode>): boolean {
  for (let above: HtmlElement | undefined = element; above; above = above.parent)
    if (nodes.has(above)) return true;
  return false;
}

function inList(element: HtmlElement): boolean {
  for (let above = element.parent; above; above = above.parent)
    if (/^(?:li|td|tr|dt|dd)$/.test(above.tag)) return true;
  return false;
}

const isSentenceLike = (text: string): boolean =>
  text.split(' ').length >= 3 || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]{6}/u.test(text);
