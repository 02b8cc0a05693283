import { headingLevel } from '../html/chrome';
import { isEntryElement } from '../html/entry';
import { isNotTitle } from '../html/links';
import { titleOf } from '../html/readEntry';
import { classWords, roleOf } from '../html/roles';
import { attribute, descendants, type HtmlElement, isElement, isUnseen, textOf, tokens } from '../html/tree';
import { type IsSite, titleKey } from './site';

export interface Heading {
  readonly element: HtmlElement;
  readonly text: string;
}

const mostHeadings = 200;
const aside = new Set('nav aside footer dialog form'.split(' '));

/** The heading that a reader takes for the post's title. `stated` are the titles that the page's head tells. */
export function findHeading(
  root: HtmlElement,
  stated: readonly string[],
  isSite: IsSite,
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
    const score = scoreOf(element, level, known.length === 0 ? 0 : likeness(key, known));
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
  const own = textOf(element, undefined, 20) !== '' ? homeLink(element) : false;
  if (own) score -= 6;
  let isInEntry = false;
  for (let above = element.parent; above; above = above.parent) {
    if (aside.has(above.tag)) score -= 5;
    if (above.tag === 'main' || isEntryElement(above)) isInEntry = true;
    if (/^(?:li|td|blockquote)$/.test(above.tag)) score -= 2;
  }
  return score + (isInEntry ? 2 : 0);
}

/** Whether all of the heading is a link to the site's home. */
function homeLink(element: HtmlElement): boolean {
  for (const inner of descendants(element))
    if (inner.tag === 'a')
      return /^(?:https?:\/\/[^/]+)?\/?(?:index\.html?)?$/i.test(attribute(inner, 'href').trim());
  return false;
}
