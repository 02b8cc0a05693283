import { displayName } from '../../name';
import type { PartialDate, PostRecord } from '../../post';
import { dateOfAddress } from '../html/dateOfAddress';
import { dateOrderOf } from '../html/dates';
import { type JsonLd, readJsonLd, readSchema } from '../html/jsonLd';
import { languageTag } from '../html/languageTag';
import { siteNameOfFeed } from '../html/siteName';
import { attribute, type HtmlElement, textOf } from '../html/tree';
import { readByline } from '../line/byline';
import { chooseAuthors } from './chooseAuthors';
import { chooseKeywords } from './chooseKeywords';
import { choosePublication } from './choosePublication';
import { chooseTitle } from './chooseTitle';
import type { Claim } from './claim';
import type { Head } from './head';
import { findHeading } from './heading';
import { isOwnAddress } from './isOwnAddress';
import { listsPosts } from './listsPosts';
import { readMarkedUp } from './markedUp';
import { metaClaim, vocabularies } from './metaClaims';
import { schemaClaim } from './schemaClaim';
import { isSiteOf, titleKey } from './site';
import { visibleClaim } from './visibleClaim';

export interface PagePost {
  /** Without `url`; `undefined` when the page tells no title but its site's name. */
  readonly record?: PostRecord | undefined;
  readonly title?: string | undefined;
  /** Whether the page's head states when or by whom it was published, as no error page does. */
  readonly isSure: boolean;
  /** Whether the page is an archive, a home or the like, of which posts may be part. */
  readonly isList: boolean;
  /** Whether only the window's title tells of anything: a script would have to make the page. */
  readonly isEmpty: boolean;
  /** Addresses that the page states as its own, in the order of trust, as written. */
  readonly stated: readonly (string | undefined)[];
  readonly unknownDate?: string | undefined;
  /** How many JSON-LD scripts could not be read. */
  readonly unreadable: number;
}

/** In characters: less than a paragraph. */
const fewWords = 60;
/** In characters and elements, of which a page laid out by tables has many before its text. */
const looked = 2000;

/** What a page says of its post, each field by the markup that is best trusted for it. */
export function readPost(
  root: HtmlElement,
  head: Head,
  address: string | undefined,
  resolve: (href: string) => string | undefined,
): PagePost {
  const jsonLd = readJsonLd(head.scripts);
  const marked = readSchema(readMarkedUp(root));
  const { openGraph, scholar, dublinCore, plain } = vocabularies;
  const [og, paper, dc, meta] = [openGraph, scholar, dublinCore, plain].map(words =>
    metaClaim(head.metas, words),
  ) as [Claim, Claim, Claim, Claim];
  const isOwn = isOwnAddress(address, [head.canonical, og.url], resolve);
  const titles = [og.title, paper.title, dc.title, meta.title, head.title].filter(text => text !== undefined);
  const ld = schemaClaim(jsonLd, isOwn, titles);
  const micro = schemaClaim(marked, isOwn, [...titles, ld.title ?? '']);
  const siteNames = siteNamesOf(
    head,
    jsonLd,
    marked.siteNames,
    [og, ld, micro, paper, dc],
    [ld.title, og.title, paper.title, isHome(address) ? '' : head.title],
  );
  const feedNames = feedNamesOf(head);
  const isSite = isSiteOf([...siteNames, ...feedNames], address);

  const heading = findHeading(
    root,
    [ld.title, paper.title, og.title, micro.title, head.title].filter(text => text !== undefined),
    isSite,
    isOwn,
  );
  const language = [head.language, ld.language, og.language, dc.language, meta.language, micro.language]
    .map(text => languageTag(text ?? ''))
    .find(tag => tag !== undefined);
  const shown = visibleClaim(root, heading, { order: dateOrderOf([], language) });
  const claims: readonly Claim[] = [ld, og, paper, dc, micro, meta, shown];

  const signatures = [
    ...claims.map(claim => ({ names: claim.names, isTyped: claim === ld || claim === micro })),
    { names: shown.signed, isTyped: false },
  ];
  const author = chooseAuthors(signatures, isSite);
  const authorKeys = new Set(author.map(name => titleKey(displayName(name))));
  const isAuthor = (text: string) =>
    authorKeys.has(titleKey(text)) || (/^by\s/i.test(text) && readByline(text) !== undefined);
  const title = chooseTitle(
    [
      { text: ld.title, weight: 3 },
      { text: paper.title, weight: 3 },
      { text: og.title, weight: 2, isDecorated: true },
      { text: dc.title, weight: 2 },
      { text: micro.title, weight: 3 },
      { text: heading?.text, weight: 3 },
      { text: meta.title, weight: 1, isDecorated: true },
      { text: head.title, weight: 1, isDecorated: true },
    ],
    heading?.text,
    isSite,
    isAuthor,
  );
  const found = {
    title,
    isSure: [ld, og, paper].some(claim => claim.date !== undefined),
    isList: ld.isList === true || micro.isList === true || listsPosts(root, heading?.element, isOwn),
    isEmpty:
      heading === undefined &&
      claims.every(claim => claim.title === undefined && claim.names.length === 0) &&
      textOf(root, undefined, looked).length < fewWords,
    stated: [og.url, ld.url, paper.url, meta.url, micro.url],
    unreadable: jsonLd.unreadable,
    unknownDate: shown.unknownDate,
  };
  if (title === undefined) return found;
  const issued = bestDate(claims.map(claim => claim.date)) ?? dateOfAddress(address);
  const containerTitle = choosePublication({
    ld,
    og,
    paper,
    dc,
    micro,
    jsonLd,
    head,
    title,
    siteNames,
    feedNames,
    authorKeys,
  });
  const abstract = abstractOf([ld, og, paper, dc, micro, meta], title);
  return {
    ...found,
    record: {
      title,
      author,
      keywords: chooseKeywords(
        [[ld, og], [paper, dc], [micro], [shown], [meta]],
        titleKey(containerTitle ?? ''),
      ),
      ...(issued ? { issued } : {}),
      ...(containerTitle ? { containerTitle } : {}),
      ...(abstract ? { abstract } : {}),
      ...(language ? { language } : {}),
      ...(shown.note ? { note: shown.note } : {}),
    },
  };
}

/** There the window's title is the site's name. */
const isHome = (address: string | undefined): boolean => /^https?:\/\/[^/]+\/?$/.test(address ?? '');

function siteNamesOf(
  head: Head,
  jsonLd: JsonLd,
  marked: readonly string[],
  claims: readonly Claim[],
  titles: readonly (string | undefined)[],
): string[] {
  const posts = new Set(titles.map(title => titleKey(title ?? '')));
  return [
    ...claims.map(claim => claim.publication),
    ...jsonLd.siteNames.slice(0, 50),
    ...marked.slice(0, 50),
    ...['application-name', 'apple-mobile-web-app-title', 'al:ios:app_name'].map(
      name => head.metas.get(name)?.[0],
    ),
    ...head.brands,
  ].filter(name => name !== undefined && name !== '' && !posts.has(titleKey(name))) as string[];
}

const feedNamesOf = (head: Head): string[] =>
  head.links
    .filter(link => link.tag === 'link' && /(?:rss|atom|feed)/i.test(attribute(link, 'type')))
    .slice(0, 20)
    .flatMap(link => siteNameOfFeed(attribute(link, 'title')) ?? []);

/** The first with a day, else the most exact one. */
function bestDate(dates: readonly (PartialDate | undefined)[]): PartialDate | undefined {
  return (
    dates.find(date => date?.day !== undefined) ??
    dates.find(date => date?.month !== undefined) ??
    dates.find(date => date !== undefined)
  );
}

function abstractOf(claims: readonly Claim[], title: string): string | undefined {
  const text = claims
    .map(({ abstract }) => abstract)
    .find(text => text !== undefined && text.length > 10 && titleKey(text) !== titleKey(title));
  return text?.replace(/\s*\[(?:…|\.\.\.|&hellip;)\]$/u, '…').slice(0, 5000);
}
