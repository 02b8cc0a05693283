import { type Chrome, headingLevel } from '../../html/chrome';
import { isEntryElement } from '../../html/entry';
import { isNotTitle, isPostLink } from '../../html/links';
import { classWords, roleOf } from '../../html/roles';
import { attribute, type HtmlElement, isElement, isUnseen, textOf } from '../../html/tree';

/** What may be a post's title. */
export interface Title {
  readonly element: HtmlElement;
  readonly link: HtmlElement | undefined;
  /** Titles of one address next to each other are one. */
  id: number;
  readonly entry: HtmlElement | undefined;
  readonly kind: 'heading' | 'link';
}

/** Of what may be titles: headings with a link or within one, links of no heading, and headings without a link. */
export interface Titles {
  readonly headings: readonly Title[];
  readonly links: readonly Title[];
  readonly plain: readonly Title[];
}

/** Titles of a page that are looked at; three thousand posts have as many headings, and about as many other links. */
const mostTitles = 10_000;

/**
 * The titles on a page; headings without a link stand in no entry element. `isShortened` tells that it has more of them
 * than are looked at.
 */
export function findTitles(root: HtmlElement, chrome: Chrome): Titles & { isShortened: boolean } {
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
      if (headings.length + links.length + plain.length >= mostTitles) return;
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
  const isShortened = headings.length + links.length + plain.length >= mostTitles;
  return { headings: dropPageHeadings(headings), links, plain, isShortened };
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
