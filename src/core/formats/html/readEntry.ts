import { findDate, parseDate } from '../../date';
import { cleanText } from '../../text';
import { readBareNames, readByline } from '../line/byline';
import { isChrome, isCount, isReadingTime } from '../line/chrome';
import { authorsOf } from './authors';
import { headingLevel } from './chrome';
import { type DateContext, yearlessDates } from './dates';
import type { Draft } from './draft';
import type { Entry } from './entry';
import { dateOf } from './entryDate';
import { isNotTitle } from './links';
import { isPermalink, type Parts, partsOf } from './parts';
import { roleOf } from './roles';
import { linkOfTerm, titleOfTerm } from './terms';
import { plainText } from './text';
import {
  attribute,
  descendants,
  type HtmlElement,
  isElement,
  isForScreenReaders,
  linesOf,
  textOf,
  tokens,
} from './tree';

/** Reads what an entry says of its post. `undefined` when it has no title. */
export function readEntry(entry: Entry, context: DateContext): Draft | undefined {
  const { node, text: title } = titleOf(entry);
  if (title === '' || isNotTitle(title) || parseDate(title)) return undefined;
  const parts = partsOf(entry, node);
  const { names, note, used } = authorsOf(parts);
  const { date, unknown } = dateOf(parts, context, node);
  return {
    title,
    names,
    date,
    href: hrefOf(entry, parts, title),
    abstract: abstractOf(parts, used),
    keywords: keywordsOf(parts),
    note,
    line: entry.title.line,
    unknownDate: date ? undefined : unknown,
  };
}

const besideTitle = (element: HtmlElement): boolean => {
  const role = roleOf(element);
  return (
    (role !== undefined &&
      role !== 'title' &&
      role !== 'publication' &&
      !(role === 'excerpt' && element.tag === 'span')) ||
    isForScreenReaders(element) ||
    (element.tag === 'a' && attribute(element, 'href').startsWith('#'))
  );
};

/** The title, and the element that holds nothing else. */
export function titleOf(entry: Entry): { node: HtmlElement; text: string } {
  const { title, link } = entry;
  let node = titleOfTerm(entry) ?? title;
  if (
    node === title &&
    link &&
    link !== title &&
    isInside(link, title) &&
    textOf(link, besideTitle, 400) !== ''
  )
    node = link;
  if (node.tag === 'a') node = innerTitle(node) ?? node;
  const skip = (element: HtmlElement) => element !== node && besideTitle(element);
  const text = linesOf([node], skip, 1000).join(' ') || linesOf([node], undefined, 1000).join(' ');
  return {
    node,
    text: wholeTitle(text.replace(/^(?:title|titel|titre|título)\s*:\s+(?=\S)/iu, ''), [node, link, title]),
  };
}

/** Within a link around a whole card: its heading, else the first piece that is no date, byline or remark. */
function innerTitle(link: HtmlElement): HtmlElement | undefined {
  for (const element of descendants(link))
    if (headingLevel(element) !== undefined || roleOf(element) === 'title') return element;
  const pieces = link.children.filter(isElement).filter(child => textOf(child, undefined, 200) !== '');
  const bare = link.children.some(child => !isElement(child) && /[\p{L}\p{N}]{2}/u.test(child));
  if (bare || pieces.length === 0) return undefined;
  if (pieces.length === 1) return innerTitle(pieces[0]!) ?? pieces[0];
  const titles = pieces.filter(piece => {
    const text = textOf(piece, undefined, 300);
    return (
      !besideTitle(piece) &&
      !isNotTitle(text) &&
      !findDate(text) &&
      !readByline(text) &&
      yearlessDates(text)[0] !== text &&
      !/^\d+ min/i.test(text)
    );
  });
  return (
    titles.find(piece => /^(?:strong|b|em)$/.test(piece.tag)) ??
    titles.find(piece => textOf(piece, undefined, 50).includes(' ')) ??
    titles[0]
  );
}

function isInside(element: HtmlElement, outer: HtmlElement): boolean {
  for (let above: HtmlElement | undefined = element; above; above = above.parent)
    if (above === outer) return true;
  return false;
}

/** A title that is cut short ("Reading the…") stands whole in an attribute at times. */
function wholeTitle(text: string, elements: readonly (HtmlElement | undefined)[]): string {
  const shown = cleanText(text.replace(/\s*[→»›↗➜➝¶]+\s*$/u, ''));
  const cut = /^(.{4,}?)\s*(?:…|\.\.\.)$/u.exec(shown)?.[1];
  if (cut === undefined) return shown;
  for (const element of elements) {
    const labels = element
      ? [attribute(element, 'title'), attribute(element, 'aria-label')].map(cleanText)
      : [];
    const whole = labels.find(label => label.startsWith(cut) && label.length > cut.length);
    if (whole) return whole;
  }
  return shown;
}

function hrefOf(entry: Entry, parts: Parts, title: string): string | undefined {
  const link = entry.link ?? wrappingLink(entry.title) ?? linkOfTerm(entry.title);
  if (link) return attribute(link, 'href');
  const meta = parts.metas.find(element =>
    tokens(element, 'itemprop').some(word => word === 'url' || word === 'mainentityofpage'),
  );
  const stated = meta && (attribute(meta, 'href') || attribute(meta, 'content') || attribute(meta, 'itemid'));
  if (stated) return stated;
  const links = parts.links.filter(element => {
    const href = attribute(element, 'href');
    return href !== '' && !href.startsWith('#') && !/^(?:mailto|tel):/i.test(href);
  });
  const onward = links.find(element => {
    const label = cleanText(attribute(element, 'aria-label') || textOf(element, undefined, 300));
    return (
      isNotTitle(label) ||
      label.includes(title) ||
      /\bu-url\b/.test(attribute(element, 'class')) ||
      tokens(element, 'rel').includes('bookmark')
    );
  });
  const one = new Set(links.map(element => attribute(element, 'href'))).size === 1 ? links[0] : undefined;
  const found = onward ?? one;
  return found && attribute(found, 'href');
}

function wrappingLink(element: HtmlElement): HtmlElement | undefined {
  for (let above = element.parent; above; above = above.parent)
    if (above.tag === 'a' && attribute(above, 'href') !== '') return above;
  return undefined;
}

/** The topics of an entry, by its markup. */
export function keywordsOf(parts: Parts): string[] {
  const elements = parts.byRole.get('tag') ?? [];
  const metas = parts.metas
    .filter(meta => tokens(meta, 'itemprop').some(word => word === 'keywords' || word === 'articlesection'))
    .map(meta => attribute(meta, 'content'));
  const labels = elements.flatMap(element => {
    const below = [...descendants(element)].filter(child => child.children.length > 0);
    const inner = below.filter(child => !child.children.some(isElement));
    const links = below.filter(child => child.tag === 'a');
    return (links.length > 0 ? links : inner.length > 1 ? inner : [element]).map(child =>
      textOf(child, isForScreenReaders, 300),
    );
  });
  const words = [...metas, ...labels]
    .flatMap(label =>
      label
        .replace(/^(?:tags?|categor(?:y|ies)|topics?|filed under|posted in|in)\b\s*:?\s*/i, '')
        .split(/\s*[,;·•|]\s*|\s+(?=#)/),
    )
    .map(word => cleanText(word.replace(/^#\s*/, '')))
    .filter(word => /[\p{L}\p{N}]/u.test(word) && word.length <= 50);
  return [...new Set(words)].slice(0, 30);
}

/** A short paragraph that says something of the post, and not who wrote it, when, or how long it is. */
const isShortSummary = (text: string): boolean =>
  (/\S\s\S.*[.!?…。]$/u.test(text) || text.split(' ').length >= 4) &&
  !isChrome(text) &&
  !isReadingTime(text) &&
  !isCount(text) &&
  !findDate(text) &&
  yearlessDates(text).length === 0 &&
  !readByline(text) &&
  (readBareNames(text)?.confidence ?? 0) < 0.5;

/** The excerpt, its headings included, paragraphs apart by a blank line. */
function abstractOf(parts: Parts, used: ReadonlySet<string>): string | undefined {
  const onward = {
    has: (child: HtmlElement) =>
      isPermalink(child) || (child.tag === 'a' && isNotTitle(textOf(child, undefined, 100))),
  };
  const stated = (parts.byRole.get('excerpt') ?? [])
    .map(element => plainText(element, onward))
    .filter(text => text !== '' && !used.has(cleanText(text)))
    .flatMap(text => text.split('\n\n'));
  const paragraphs = stated.length > 0 ? stated : summaryBlocks(parts, used);
  return paragraphs.slice(0, 20).map(cleanText).join('\n\n').slice(0, 5000).trim() || undefined;
}

function summaryBlocks(parts: Parts, used: ReadonlySet<string>): string[] {
  const isSummary = (line: string) =>
    !used.has(line) &&
    !isNotTitle(line) &&
    ((line.length >= 40 && line.split(' ').length >= 6) ||
      (parts.paragraphs.has(line) && isShortSummary(line)));
  const found: string[] = [];
  let heading: string | undefined;
  for (const { text, lines } of parts.blocks.slice(0, 200)) {
    const whole = /[.!?…。]$/u.test(text) && parts.paragraphs.has(text) && isShortSummary(text);
    const kept = whole && !lines.some(line => used.has(line)) ? lines : lines.filter(isSummary);
    if (parts.headings.has(text)) {
      heading = isHeadingOfText(text, used) ? text : undefined;
    } else if (kept.length > 0) {
      if (heading) found.push(heading);
      heading = undefined;
      found.push(kept.length === lines.length ? text : kept.join(' '));
    }
  }
  return found;
}

const isHeadingOfText = (text: string, used: ReadonlySet<string>): boolean =>
  !used.has(text) &&
  !isNotTitle(text) &&
  !isChrome(text) &&
  !isReadingTime(text) &&
  !findDate(text) &&
  !readByline(text);
