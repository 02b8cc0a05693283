import { findDate } from '../../../date';
import type { PartialDate, PostRecord } from '../../../post';
import type { Problem } from '../../../problem';
import { foldText } from '../../../text';
import { cleanUrl } from '../../../url';
import { type Chrome, findChrome, summaryOf } from '../../html/chrome';
import { dateOfAddress } from '../../html/dateOfAddress';
import { dateOrderOf, looksLikeDay, yearlessDates } from '../../html/dates';
import type { Draft } from '../../html/draft';
import type { Entry } from '../../html/entry';
import { isEntryElement } from '../../html/entry';
import { readJsonLd } from '../../html/jsonLd';
import { mostProblems } from '../../html/mostProblems';
import { type HtmlRoot, parseHtml } from '../../html/parseHtml';
import { partsOf } from '../../html/parts';
import { readEntry } from '../../html/readEntry';
import { remembered } from '../../html/remembered';
import { roleOf } from '../../html/roles';
import { plainText } from '../../html/text';
import {
  descendants,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isUnseen,
  linesOf,
  textOf,
} from '../../html/tree';
import { readByline } from '../../line/byline';
import { isReadingTime } from '../../line/chrome';
import type { Listing, ListingOptions } from '../listing';
import { readTextListing } from '../text';
import { findEntries } from './entries';
import { groupDates } from './groups';
import { joinDrafts } from './join';
import { readPage } from './page';

/**
 * Reads an HTML page that lists posts, by its markup and its JSON-LD. A page without such markup is read as plain
 * text. Never throws; work grows linearly with the page.
 */
export function readHtmlListing(html: string | HtmlRoot, options: ListingOptions): Listing {
  const { source } = options;
  const root = typeof html === 'string' ? parseHtml(html) : html;
  let jsonLd = readJsonLd([]);
  const { entries, chrome, isShortened } = entriesOf(root);
  const titles = entries.map(entry => textOf(entry.title, undefined, 400));
  const page = readPage(root, options.base, titles, scripts => {
    jsonLd = readJsonLd(scripts);
    return jsonLd;
  });
  const groups = groupDates(root, entries, chrome);
  const order = dateOrderOf(
    entries.map(entry => linesOf(entry.nodes, undefined, 500).join(' · ')),
    page.language,
  );
  const drafts = entries
    .map(entry => readEntry(entry, { group: groups.get(entry), order }))
    .filter(draft => draft !== undefined);
  const resolve = (href: string) => cleanUrl(href.trim().replace(partOfPage, ''), page.base);
  const joined = withoutPage(joinDrafts(drafts, jsonLd.posts, resolve), page.base, resolve);
  if (
    joined.length === 0 ||
    (entries.every(entry => entry.link === undefined) && jsonLd.posts.length === 0)
  ) {
    const asText = readTextListing(plainText(root, chrome), {
      ...options,
      ...(page.base ? { base: page.base } : {}),
    });
    if (asText.posts.length > joined.length || joined.length === 0)
      return withPublication(asText, page.publication);
  }
  const problems: Problem[] =
    root.isShortened || isShortened || jsonLd.isShortened ? [{ code: 'longPage', source }] : [];
  const skipped = skippedElements(root, entries, chrome)
    .filter(element => !isUnderstood(element, page.publication))
    .map(
      element => ({ code: 'skippedText', source, line: element.line, detail: summaryOf(element) }) as const,
    );
  problems.push(...skipped);
  for (let at = 0; at < jsonLd.unreadable; at++)
    problems.push({ code: 'unreadableEntry', source, detail: 'JSON-LD' });
  const posts = joined.map(draft => {
    const url = draft.href === undefined ? undefined : resolve(draft.href);
    problems.push(...problemsOf(draft, url, source));
    return toRecord(draft, url, page);
  });
  return { ...(page.publication ? { publication: page.publication } : {}), posts, problems };
}

/** JSON-LD calls many a list a post as well, "Archive"; it is none where it has no date and lists others. */
function withoutPage(
  drafts: readonly Draft[],
  base: string | undefined,
  resolve: (href: string) => string | undefined,
): readonly Draft[] {
  const isPage = ({ date, href }: Draft) =>
    date === undefined && href !== undefined && resolve(href) === base;
  return base === undefined || drafts.length < 3 ? drafts : drafts.filter(draft => !isPage(draft));
}

/** A place on every post's page, which is no part of the post's address. */
const partOfPage = /#(?:comments?|comment-\d+|respond|reply|top|disqus_thread|more-\d+)$/i;

/** Whether the element only says what is known: the publication's name, how long a post takes to read. */
function isUnderstood(element: HtmlElement, publication = ''): boolean {
  return linesOf([element], undefined, 200).every(
    line => isReadingTime(line) || foldText(line) === foldText(publication),
  );
}

function entriesOf(root: HtmlElement): { entries: Entry[]; chrome: Chrome; isShortened: boolean } {
  for (const strict of [true, false]) {
    const chrome = findChrome(root, isEntryElement, strict);
    const found = findEntries(root, chrome, hasEvidence);
    if (found.entries.length > 0 || !strict) return { ...found, chrome };
  }
  throw new Error('unreachable');
}

/** The largest elements with text that belong to no entry, as many as are told of. */
function skippedElements(root: HtmlElement, entries: readonly Entry[], chrome: Chrome): HtmlElement[] {
  const owned = new Set(entries.flatMap(entry => entry.nodes.filter(isElement)));
  const around = new Set<HtmlElement>();
  for (const element of owned) {
    for (let above = element.parent; above && !around.has(above); above = above.parent) around.add(above);
  }
  const skipped: HtmlElement[] = [];
  const walk = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (skipped.length >= mostProblems) return;
      if (!isElement(child) || owned.has(child) || isUnseen(child)) continue;
      if (around.has(child) && !chrome.has(child)) walk(child);
      else if (summaryOf(child) !== '') skipped.push(child);
    }
  };
  walk(root);
  return skipped;
}

/** Whether a date or a byline stands there, as it does with a post and not with a mere link. */
function hasEvidence(nodes: readonly HtmlNode[], title: HtmlElement): boolean {
  let seen = 0;
  for (const node of nodes) {
    if (!isElement(node)) continue;
    for (const element of descendants(node)) {
      if (++seen > 200) break;
      const role = roleOf(element);
      if ((role === 'date' || role === 'author') && linesOf([element], undefined, 50).length > 0) return true;
    }
  }
  const parts = partsOf({ title, link: undefined, nodes }, title);
  if (parts.byRole.has('date') || parts.byRole.has('author')) return true;
  const inTitle = title.tag === 'a' ? linesOf([title], undefined, 300) : [];
  const lines = [...parts.lines, ...inTitle.flatMap(line => line.split(/\s[·•|—–]\s|[·•|]/u))];
  return lines.some(line => line.length < 200 && isEvidence(line));
}

/** Of many posts the date or the byline is the same. */
const isEvidence = remembered(
  (line: string) =>
    findDate(line) !== undefined ||
    readByline(line) !== undefined ||
    (line.length < 80 && yearlessDates(line).some(looksLikeDay)),
);

function toRecord(
  draft: Draft,
  url: string | undefined,
  page: { publication?: string | undefined; language?: string | undefined },
): PostRecord {
  const record: { -readonly [K in keyof PostRecord]: PostRecord[K] } = {
    title: draft.title,
    author: draft.names,
    keywords: draft.keywords,
  };
  const issued: PartialDate | undefined = draft.date ?? dateOfAddress(url);
  if (issued) record.issued = issued;
  if (page.publication) record.containerTitle = page.publication;
  if (url) record.url = url;
  if (draft.abstract) record.abstract = draft.abstract;
  if (page.language) record.language = page.language;
  if (draft.note) record.note = draft.note;
  return record;
}

function problemsOf(draft: Draft, url: string | undefined, source: string): Problem[] {
  const place = { source, ...(draft.line === undefined ? {} : { line: draft.line }) };
  const problems: Problem[] = [];
  if (draft.href !== undefined && url === undefined) {
    const code = /^[a-z][a-z\d+.-]*:/i.test(draft.href.trim()) ? 'unusableAddress' : 'relativeAddress';
    problems.push({ code, ...place, detail: draft.href.slice(0, 200) });
  }
  if (draft.unknownDate)
    problems.push({ code: 'unknownDate', ...place, detail: draft.unknownDate.slice(0, 80) });
  return problems;
}

function withPublication(listing: Listing, publication: string | undefined): Listing {
  if (listing.publication || !publication || listing.posts.length === 0) return listing;
  const posts = listing.posts.map(post =>
    post.containerTitle ? post : { ...post, containerTitle: publication },
  );
  return { ...listing, publication, posts };
}
