import { headingLevel } from '../html/chrome';
import { isEntryElement } from '../html/entry';
import { attribute, descendants, type HtmlElement, isUnseen, textOf } from '../html/tree';

/** In characters and elements, of one entry or of what stands around them. */
const mostText = 20_000;
const mostEntries = 200;
const aside = new Set('nav aside footer form dialog'.split(' '));
const besides = /(?:^|[\s_-])(?:comments?|related|recommended|webmentions?)(?:$|[\s_-])/i;
const skips = (element: HtmlElement): boolean =>
  isUnseen(element) ||
  aside.has(element.tag) ||
  (/^(?:div|section|ol|ul)$/.test(element.tag) && besides.test(attribute(element, 'class').slice(0, 500)));

/**
 * Whether a page shows several posts that stand elsewhere, and hardly more of its own: a home page, an archive. Below a
 * post there are others too, but the post is much longer than those.
 */
export function listsPosts(
  root: HtmlElement,
  heading: HtmlElement | undefined,
  isOwn: (href: string) => boolean,
): boolean {
  const entries = outermostEntries(root);
  const headed = heading && entries.find(entry => isWithin(heading, entry));
  const others = entries.filter(entry => entry !== headed && leadsElsewhere(entry, isOwn));
  if (others.length < (headed ? 3 : 2)) return false;
  const inEntries = new Set(entries);
  const own = headed
    ? textOf(headed, skips, mostText)
    : textOf(root, element => skips(element) || inEntries.has(element), mostText);
  const lengths = others.map(entry => textOf(entry, skips, mostText).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return own.length < Math.max(2 * mean, shortText);
}

/** In characters: what archives say of themselves. */
const shortText = 300;

function outermostEntries(root: HtmlElement): HtmlElement[] {
  const entries: HtmlElement[] = [];
  const found = new Set<HtmlElement>();
  for (const element of descendants(
    root,
    element => skips(element) || (element.parent !== undefined && found.has(element.parent)),
  )) {
    if (!isEntryElement(element)) continue;
    found.add(element);
    if (entries.push(element) >= mostEntries) break;
  }
  return entries;
}

/** Whether there is a heading, and a link to another page in it or beside it. */
function leadsElsewhere(entry: HtmlElement, isOwn: (href: string) => boolean): boolean {
  let isHeaded = false;
  let isLinked = entry.parent?.tag === 'a';
  let seen = 0;
  for (const element of descendants(entry, skips)) {
    if (headingLevel(element) !== undefined) isHeaded = true;
    const href = element.tag === 'a' ? attribute(element, 'href').trim() : '';
    if (href !== '' && !href.startsWith('#') && !isOwn(href)) isLinked = true;
    if ((isHeaded && isLinked) || ++seen > 200) break;
  }
  return isHeaded && isLinked;
}

function isWithin(element: HtmlElement, outer: HtmlElement): boolean {
  for (let above: HtmlElement | undefined = element; above; above = above.parent)
    if (above === outer) return true;
  return false;
}
