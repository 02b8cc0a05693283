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
  textOf,
} from '../html/tree';
import { readByline } from '../line/byline';

/** Where a page speaks of its post, apart from the post's own text. */
export interface Zone {
  /** Around the title, down to the first paragraphs: where a byline and a date stand. */
  readonly top: readonly HtmlNode[];
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
  const top = [...(heading ? before(heading, page) : []), ...after(heading, scope ?? root, skips)];
  const seen = new Set<HtmlNode>(top);
  const rest = marked(scope ?? root, element => skips(element) || seen.has(element) || element === heading);
  const outside = marked(
    root,
    element => isUnseen(element) || isForeign(element) || seen.has(element) || element === heading,
  );
  const below = bylinesBelow(scope ?? root, skips);
  return { top, rest, below, outside };
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
): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  let prose = 0;
  let visited = 0;
  const take = (node: HtmlNode): void => {
    if (prose > proseAfter || ++visited > mostVisited) return;
    if (!isElement(node)) {
      if (node.length > longBlock) prose += node.length;
      else nodes.push(node);
      return;
    }
    if (skips(node)) return;
    const text = textOf(node, undefined, longBlock + 1);
    const role = roleOf(node);
    if (role === 'author' || role === 'date' || role === 'updated') return void nodes.push(node);
    if (prose > 0 && headingLevel(node) !== undefined) prose = proseAfter + 1;
    else if (text.length <= longBlock) {
      nodes.push(node);
      if (isProse(text)) prose += text.length;
    } else if (node.tag === 'p' || !hasBlock(node)) prose += text.length;
    else for (const child of node.children) take(child);
  };
  if (!heading) for (const child of scope.children) take(child);
  for (let element = heading; element?.parent && element !== scope; element = element.parent) {
    const { children } = element.parent;
    for (const node of children.slice(children.lastIndexOf(element) + 1)) {
      take(node);
      if (prose > proseAfter) return nodes;
    }
  }
  return nodes;
}

const isProse = (text: string): boolean =>
  text.length > 80 &&
  /[.!?…。]/u.test(text) &&
  !findDate(text.slice(0, 200)) &&
  !readByline(text.slice(0, 200));

/** Lines apart by `<br>` count as blocks: old pages have no others. */
const hasBlock = (element: HtmlElement): boolean =>
  element.children.some(
    child => isElement(child) && (isBlock(child) || child.tag === 'br' || hasBlock(child)),
  );

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
    const own = element.children.find(child => isElement(child) || child.trim() !== '');
    if (own === undefined || !writtenBy.test(`${isElement(own) ? textOf(own, undefined, 60) : own.trim()} `))
      continue;
    found.push(textOf(element, undefined, longBlock));
  }
  return found;
}
