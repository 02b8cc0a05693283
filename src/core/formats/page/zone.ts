import { findDate } from '../../date';
import { type Chrome, findChrome, headingLevel } from '../html/chrome';
import { isEntryElement } from '../html/entry';
import { classWords, roleOf } from '../html/roles';
import {
  attribute,
  descendants,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  isUnseen,
  linesOf,
  textOf,
} from '../html/tree';
import { readByline } from '../line/byline';

/** Where a page speaks of its post, apart from the post's own text. */
export interface Zone {
  /** Around the title, down to the first paragraph: where a byline and a date stand. */
  readonly top: readonly HtmlNode[];
  /** From there down to the next paragraphs, where the first was a subtitle. */
  readonly next: readonly HtmlNode[];
  /** What is marked as author, date or topic below that, within the post's element: a box about the author. */
  readonly rest: readonly HtmlElement[];
  /** Short paragraphs below that begin like a byline: "Written by A, who …". */
  readonly below: readonly string[];
  /** What is marked so anywhere on the page: a side column about the only author. */
  readonly outside: readonly HtmlElement[];
}

/** In characters. */
const leadBefore = 400;
const proseAfter = 700;
const longBlock = 300;
const mostVisited = 3000;
const mostMarked = 30;

const foreignWord = /^(?:comments?|commenters?|related|recommended|webmentions?)$/;
const foreign =
  /^(?:comments?|commentlist|disqus|replies|responses|related|recommended|recommendations|recirc|more-?posts?|read-?next|next-?posts?|prev-?posts?|post-?navigation|pagination|popular|trending|latest|cards?|post-?cards?|teasers?|feed|archive|webmentions?|mentions|reviewer|footer|site-?footer)$/;

/** `heading` is `undefined` on a page without one: then it begins with its text. */
export function zoneOf(root: HtmlElement, heading: HtmlElement | undefined): Zone {
  const scope = heading ? scopeOf(heading) : root;
  const chrome = findChrome(scope ?? root, element => isEntryElement(element) || element === heading, true);
  const page =
    scope === root
      ? chrome
      : findChrome(root, element => isEntryElement(element) || element === heading, true);
  const skips = (element: HtmlElement) => isUnseen(element) || chrome.has(element) || isForeign(element);
  const under = after(heading, scope ?? root, skips);
  const top = [...(heading ? told(before(heading, page)) : []), ...under.top];
  const { next } = under;
  const seen = new Set<HtmlNode>([...top, ...next]);
  const isBounded = scope !== undefined && scope.tag !== 'body';
  const rest = !isBounded
    ? []
    : marked(scope, element => skips(element) || seen.has(element) || element === heading);
  const outside = marked(
    root,
    element => isUnseen(element) || isForeign(element) || seen.has(element) || element === heading,
  );
  return { top, next, rest, below: bylinesBelow(scope ?? root, skips), outside };
}

/** The element that holds the one post; `undefined` when nothing says where it ends. */
function scopeOf(heading: HtmlElement): HtmlElement | undefined {
  let main: HtmlElement | undefined;
  for (let above = heading.parent; above; above = above.parent) {
    if (isEntryElement(above)) return above;
    if (above.tag === 'main' || above.tag === 'body') main ??= above;
  }
  return main;
}

const isForeign = (element: HtmlElement): boolean =>
  !/^(?:footer|body|html|main|article)$/.test(element.tag) &&
  (foreign.test(attribute(element, 'id').toLowerCase()) ||
    classWords(element).some(
      words =>
        words.length <= 4 && (foreign.test(words.join('-')) || words.some(word => foreignWord.test(word))),
    ));

/** Only with a date or a byline among it: without, it is a kicker or a trail of links. */
function told(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const isTelling = (node: HtmlNode): boolean => {
    const text = isElement(node) ? linesOf([node], undefined, leadBefore) : [node.trim()];
    return (
      text.some(line => findDate(line) !== undefined || readByline(line) !== undefined) ||
      (isElement(node) && holdsAuthor(node))
    );
  };
  return nodes.some(isTelling) ? nodes : [];
}

function holdsAuthor(element: HtmlElement): boolean {
  for (const inner of [element, ...descendants(element)]) if (roleOf(inner) === 'author') return true;
  return false;
}

/** What stands right before the heading: short pieces, up to the next heading or the page's own parts. */
function before(heading: HtmlElement, chrome: Chrome): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  let length = 0;
  let visited = 0;
  for (let element = heading; element.parent; element = element.parent) {
    const { children } = element.parent;
    for (let at = children.lastIndexOf(element) - 1; at >= 0; at--) {
      const node = children[at]!;
      if (++visited > 60) return nodes;
      if (!isElement(node)) {
        if (node.trim() !== '' && node.length < 200) nodes.unshift(node);
        continue;
      }
      if (isUnseen(node)) continue;
      if (chrome.has(node) || (headingLevel(node) !== undefined && roleOf(node) !== 'date')) return nodes;
      const text = textOf(node, undefined, leadBefore);
      length += text.length;
      if (length > leadBefore) return nodes;
      nodes.unshift(node);
    }
  }
  return nodes;
}

/** What follows the heading, until enough prose has been passed. */
function after(
  heading: HtmlElement | undefined,
  scope: HtmlElement,
  skips: (element: HtmlElement) => boolean,
): { top: HtmlNode[]; next: HtmlNode[] } {
  const top: HtmlNode[] = [];
  const next: HtmlNode[] = [];
  const add = (node: HtmlNode): void => {
    (prose > 0 ? next : top).push(node);
  };
  let prose = 0;
  let visited = 0;
  const take = (node: HtmlNode): void => {
    if (prose > proseAfter || ++visited > mostVisited) return;
    if (!isElement(node)) {
      if (node.length > longBlock) prose += node.length;
      else add(node);
      return;
    }
    if (skips(node) || isContents(node)) return;
    const text = textOf(node, undefined, longBlock + 1);
    const role = roleOf(node);
    if (role === 'author' || role === 'date' || role === 'updated') add(node);
    else if (prose > 0 && headingLevel(node) !== undefined) prose = proseAfter + 1;
    else if (text.length <= longBlock && !(role === 'excerpt' && hasBlock(node))) {
      if (isProse(text)) prose += text.length;
      add(node);
    } else if (node.tag === 'p' || !hasBlock(node)) prose += text.length;
    else for (const child of node.children) take(child);
  };
  if (!heading) for (const child of scope.children) take(child);
  for (let element = heading; element?.parent && element !== scope; element = element.parent) {
    const { children } = element.parent;
    for (const node of children.slice(children.lastIndexOf(element) + 1)) {
      take(node);
      if (prose > proseAfter) return { top, next };
    }
  }
  return { top, next };
}

/** A list of links to places on the page. */
function isContents(element: HtmlElement): boolean {
  if (!/^[uo]l$/.test(element.tag)) return false;
  let links = 0;
  for (const inner of descendants(element)) {
    if (inner.tag !== 'a') continue;
    if (!attribute(inner, 'href').startsWith('#') || ++links > 100) return links > 100;
  }
  return links > 1;
}

const isProse = (text: string): boolean =>
  text.length > 80 &&
  /[.!?…。]/u.test(text) &&
  !findDate(text.slice(0, 200)) &&
  !readByline(text.slice(0, 200));

/** Lines apart by `<br>` count as blocks: old pages have no others. Looks at so many elements only, as it is asked at each depth. */
function hasBlock(element: HtmlElement): boolean {
  let seen = 0;
  for (const inner of descendants(element)) {
    if (isBlock(inner) || inner.tag === 'br') return true;
    if (++seen > mostVisited) return false;
  }
  return false;
}

function marked(root: HtmlElement, skip: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  const inFound = new Set<HtmlElement>();
  for (const element of descendants(root, skip)) {
    const role = roleOf(element);
    if (element.parent && inFound.has(element.parent)) inFound.add(element);
    else if (role === 'author' || role === 'date' || role === 'tag') {
      inFound.add(element);
      found.push(element);
    }
    if (found.length >= mostMarked) break;
  }
  return found;
}

const writtenBy =
  /^(?:(?:written|posted|published|words|text|story|article|post) (?:and \w+ )?by|by|author:|(?:geschrieben|verfasst) von|(?:écrit|publié|rédigé) par|escrito por|scritto da)\s/i;

function bylinesBelow(scope: HtmlElement, skip: (element: HtmlElement) => boolean): string[] {
  const found: string[] = [];
  for (const element of descendants(scope, skip)) {
    if (!isBlock(element) || found.length >= 5) continue;
    const first = element.children.find(child => isElement(child) || child.trim() !== '');
    // A block within is looked at in its turn.
    if (first === undefined || (isElement(first) && isBlock(first))) continue;
    const opening = isElement(first) ? textOf(first, undefined, 20) : first.trim().slice(0, 60);
    if (!writtenBy.test(`${opening} `)) continue;
    found.push(textOf(element, undefined, longBlock));
  }
  return found;
}
