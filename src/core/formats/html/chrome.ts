import { remembered } from './remembered';
import { roleOf } from './roles';
import { attribute, descendants, type HtmlElement, isElement, isUnseen, linesOf, textOf } from './tree';

const chromeTags = new Set('nav aside form dialog'.split(' '));
const chromeRoles =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|tablist|toolbar|form)$/;
const chromeName =
  /^(?:(?!has|no|with|without|layout)[a-z]+[-_]+){0,3}(?:nav|navbar|navigation|menu|sidebar|related|recommended|recommendations|pagination|pager|paging|paginator|breadcrumbs?|cookies?|consent|gdpr|newsletter|subscribe|subscription|signup|sign-up|comments|share|sharing|social|socials|toc|masthead|topbar|advert|ads?|adsense|sponsors?|sponsored|popular|trending|skip-link|skip|colophon|hamburger|modal|popup|paywall|cta|blogroll|archive-?links|tag-?cloud|tagcloud)(?:[-_]+(?:posts?|links?|list|nav|menu|bar|wrapper|container|box|section|form|area|block|inner|widget|banner|content|articles?|stories|items?|footer|header|module|icons|buttons?))?$/;
const pageFooter = /^(?:(?:site|page|global|main|blog|app|layout|gh)[-_]+)?footer$/;
const pageHeader =
  /^(?:site|page|global|main|blog|app|layout|top|gh)[-_]+(?:header|head|navbar|banner|hero|branding|title|description)$/;
const foreignHeading =
  /^(?:related|popular|trending|recommended|you (?:may|might|could) also|more from|more on|more in|most (?:read|popular|viewed|shared)|recent comments|categories|tags|topics|browse by|all tags|about(?: us| me| the| this)?|follow us|newsletter|subscribe|stay (?:up|in|connected)|join |get in touch|contact|elsewhere|blogroll|links|sponsors?|our (?:team|authors|products?)|meet the|we'?re hiring|join us|table of contents|search|share|comments|archives by|top (?:posts|stories|authors|writers)|authors?$|contributors?$|staff picks from|also on|ähnliche|beliebte?|kategorien|articles? (?:liés|similaires)|entradas relacionadas|populares)/i;

export interface Chrome {
  has(element: HtmlElement): boolean;
}

/**
 * The parts of a page that belong to the page and to no post: navigation, side columns, footers, related posts.
 * `isEntry` tells the elements that hold one post, whose headers and footers are not the page's.
 */
export function findChrome(
  root: HtmlElement,
  isEntry: (element: HtmlElement) => boolean,
  strict: boolean,
): Chrome {
  const marked = new Set<HtmlElement>();
  const holdsMain = new Set<HtmlElement>();
  const holdsEntry = new Set<HtmlElement>();
  const holdsTime = new Set<HtmlElement>();
  for (const element of descendants(root)) {
    if (element.tag === 'main' || attribute(element, 'role') === 'main') addAncestors(element, holdsMain);
    if (element.tag === 'time') addAncestors(element, holdsTime);
    if (isEntry(element)) addAncestors(element, holdsEntry);
  }
  const visit = (element: HtmlElement, inEntry: boolean): void => {
    let hideLevel = 0;
    for (const child of element.children) {
      if (!isElement(child) || isUnseen(child)) continue;
      const level = headingLevel(child) ?? headingLevelOfOnly(child);
      if (hideLevel > 0 && level !== undefined && level <= hideLevel) hideLevel = 0;
      if (hideLevel > 0) {
        marked.add(child);
        continue;
      }
      const main =
        holdsMain.has(child) || child.tag === 'main' || child.tag === 'body' || child.tag === 'html';
      if (!main && isChrome(child, inEntry, strict, holdsEntry.has(child), holdsTime.has(child))) {
        marked.add(child);
        continue;
      }
      if (!inEntry && level !== undefined && level > 1 && isForeignHeading(child)) {
        hideLevel = level;
        marked.add(child);
        continue;
      }
      visit(child, inEntry || isEntry(child));
    }
  };
  visit(root, isEntry(root));
  return { has: element => marked.has(element) };
}

function isChrome(
  element: HtmlElement,
  inEntry: boolean,
  strict: boolean,
  holdsEntry: boolean,
  holdsTime: boolean,
): boolean {
  const { tag } = element;
  if (chromeTags.has(tag) && !(tag === 'form' && holdsEntry)) return true;
  const { attributes } = element;
  if (attributes.has('role') && chromeRoles.test(attribute(element, 'role'))) return true;
  if (!strict) return false;
  const names = attributes.get('class');
  const id = attributes.get('id');
  const byClass = names ? partOfNames(names.slice(0, 2000)) : undefined;
  const byId = id ? partOfName(id.toLowerCase()) : undefined;
  const is = (part: Part) => byClass === part || byId === part;
  if (is('chrome') && tag !== 'article' && roleOf(element) !== 'title') return true;
  if (inEntry || holdsEntry) return false;
  if (tag === 'footer' || is('footer')) return true;
  return (tag === 'header' || is('header')) && !holdsTime;
}

type Part = 'chrome' | 'footer' | 'header';

function partOfName(name: string): Part | undefined {
  if (name === '' || name.length >= 60) return undefined;
  if (chromeName.test(name)) return 'chrome';
  return pageFooter.test(name) ? 'footer' : pageHeader.test(name) ? 'header' : undefined;
}

/** The one among an element's class names that hides the most. */
const partOfNames = remembered((names: string): Part | undefined => {
  const parts = names.toLowerCase().split(/\s+/).map(partOfName);
  return (['chrome', 'footer', 'header'] as const).find(part => parts.includes(part));
});

function isForeignHeading(element: HtmlElement): boolean {
  const text = textOf(element, undefined, 200);
  if (text.length > 60 || !foreignHeading.test(text)) return false;
  // A post may be called "Related ideas": a heading that links somewhere is a post's.
  for (const inner of descendants(element))
    if (inner.tag === 'a' && attribute(inner, 'href').length > 1) return false;
  return element.parent?.tag !== 'a';
}

const levels: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map(level => [`h${level}`, level]));

export function headingLevel(element: HtmlElement): number | undefined {
  const level = levels.get(element.tag);
  if (level !== undefined) return level;
  if (element.attributes.size > 0 && attribute(element, 'role') === 'heading')
    return Number(attribute(element, 'aria-level')) || 2;
  return undefined;
}

/** The level of a heading that stands alone in a wrapping element. */
function headingLevelOfOnly(element: HtmlElement): number | undefined {
  if (element.tag !== 'div' && element.tag !== 'header') return undefined;
  let first: HtmlElement | undefined;
  let count = 0;
  for (const child of element.children) {
    if (!isElement(child) && child.trim() === '') continue;
    if (++count > 2) return undefined;
    if (count === 2 && isElement(child) && child.tag !== 'a') return undefined;
    if (count === 1 && !isElement(child)) return undefined;
    if (count === 1) first = child as HtmlElement;
  }
  return first && headingLevel(first);
}

function addAncestors({ parent }: HtmlElement, found: Set<HtmlElement>): void {
  for (let above = parent; above && !found.has(above); above = above.parent) found.add(above);
}

/** A short form of what a skipped element says, for a Problem. */
export function summaryOf(element: HtmlElement): string {
  const text = linesOf([element], undefined, 200, true).join(' · ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
