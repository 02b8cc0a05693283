import { headingLevel } from '../html/chrome';
import { isEntryElement } from '../html/entry';
import { isNotTitle } from '../html/links';
import { titleOf } from '../html/readEntry';
import { classWords, roleOf } from '../html/roles';
import { attribute, descendants, type HtmlElement, isElement, isUnseen, tokens } from '../html/tree';
import { type IsSite, titleKey } from './site';

export interface Heading {
  readonly element: HtmlElement;
  readonly text: string;
}

const mostHeadings = 200;
const aside = new Set('nav aside footer dialog form'.split(' '));

/**
 * The heading that a reader takes for the post's title. `stated` are the titles that the page's head tells; one that
 * leads to another page is that of another post.
 */
export function findHeading(
  root: HtmlElement,
  stated: readonly string[],
  isSite: IsSite,
  isOwn: (href: string) => boolean,
): Heading | undefined {
  const known = stated.map(titleKey).filter(key => key !== '');
  let best: (Heading & { score: number }) | undefined;
  let seen = 0;
  for (const element of descendants(root, isUnseen)) {
    const level = headingLevel(element);
    const isMarked = level === undefined && isMarkedTitle(element);
    if (level === undefined && !isMarked) continue;
    if (++seen > mostHeadings) break;
    const { text } = titleOf({ title: element, link: undefined, nodes: [] });
    const key = titleKey(text);
    if (key === '' || text.length > 500 || isSite(text) || isNotTitle(text)) continue;
    const like = likeness(key, known);
    const href = like < 8 ? linkOf(element) : undefined;
    if (href !== undefined && !isOwn(href)) continue;
    const score = scoreOf(element, level, like);
    if (score > (best?.score ?? 2)) best = { element, text, score };
  }
  return best && { element: best.element, text: best.text };
}

/** An element of a title's class that is no heading, and holds none. */
function isMarkedTitle(element: HtmlElement): boolean {
  if (element.attributes.size === 0 || element.tag === 'meta' || roleOf(element) !== 'title') return false;
  if (element.children.some(child => isElement(child) && headingLevel(child) !== undefined)) return false;
  return (
    tokens(element, 'itemprop').includes('headline') ||
    classWords(element).some(words =>
      /^(?:(?:post|entry|article|page|story|blog)-(?:title|headline|name)|p-name|headline|title)$/.test(
        words.join('-'),
      ),
    )
  );
}

/** 8 for a title that the head tells, 5 for one that is part of it. */
function likeness(key: string, known: readonly string[]): number {
  if (known.includes(key)) return 8;
  return key.length > 3 &&
    known.some(title => title.includes(key) || (title.length > 10 && key.includes(title)))
    ? 5
    : 0;
}

function scoreOf(element: HtmlElement, level: number | undefined, like: number): number {
  let score = like + (level === 1 ? 4 : level === 2 ? 2 : level === 3 ? 1 : 0);
  if (tokens(element, 'itemprop').includes('headline') || isMarkedTitle(element)) score += 3;
  let isInEntry = false;
  for (let above = element.parent; above; above = above.parent) {
    if (aside.has(above.tag)) score -= 5;
    if (above.tag === 'main' || isEntryElement(above)) isInEntry = true;
    if (/^(?:li|td|blockquote)$/.test(above.tag)) score -= 2;
  }
  return score + (isInEntry ? 2 : 0);
}

/** Where the heading leads, in it or around it; places on the page do not count. */
function linkOf(element: HtmlElement): string | undefined {
  for (const inner of descendants(element))
    if (inner.tag === 'a' && leads(inner)) return attribute(inner, 'href');
  let above = element.parent;
  for (let depth = 0; above && depth < 4; depth++, above = above.parent)
    if (above.tag === 'a' && leads(above)) return attribute(above, 'href');
  return undefined;
}

const leads = (link: HtmlElement): boolean => /^\s*[^#\s]/.test(attribute(link, 'href'));
