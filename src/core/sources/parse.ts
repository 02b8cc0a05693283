import { decodePage } from '../decode';
import { readingBibliography } from '../formats/bibliography';
import { isFeed, readingFeed } from '../formats/feed';
import { readMarkdownPost, readSite, readSiteData } from '../formats/frontMatter';
import { type HtmlRoot, parseHtml } from '../formats/html/parseHtml';
import { isHtmlListing, readListing } from '../formats/listing';
import { isOpml, readOpml } from '../formats/opml';
import { readPage } from '../formats/page';
import type { PostRecord } from '../post';
import type { Problem } from '../problem';
import { runWhole } from '../sliced';
import { foldText } from '../text';
import { urlKey } from '../url';
import type { Parsed, ParsedFile, ParseRequest } from './parsed';
import type { SourceEntry } from './reading';
import { webAddress } from './webAddress';

/** Reads bytes as what the request says. Never throws on bad input. May take long: called through a `Parser`. */
export function parse(request: ParseRequest): Parsed {
  return runWhole(parsing(request));
}

function* parsing(request: ParseRequest): Generator<void, Parsed> {
  const { files, kind } = request;
  if (kind === 'markdown') return yield* parsingMarkdown(request);
  if (kind === 'site') return parseSite(request);
  const [file] = files;
  if (!file) return nothing;
  if (kind === 'bibliography') return yield* parsingBibliography(file, request);
  if (kind !== 'opml' && isFeed(file.bytes, request.contentType))
    return kind === 'feed' || kind === 'address' ? yield* parsingFeed(file, request) : nothing;
  const text = decodePage(file.bytes, request.contentType);
  switch (kind) {
    case 'feed':
      // A page in place of a feed may tell where that is.
      return isHtml(text) ? { ...nothing, feeds: parsePage(text, request).feeds } : nothing;
    case 'listing':
      return parseListing(text, request);
    case 'page':
      return parsePage(text, request);
    case 'opml':
      return parseOutline(text, request);
    case 'address':
      return yield* parsingAnything(file, text, request);
  }
}

const nothing: Parsed = { entries: [], feeds: [], sources: [], problems: [] };

function* parsingAnything(file: ParsedFile, text: string, request: ParseRequest): Generator<void, Parsed> {
  if (isOpml(text)) return parseOutline(text, request);
  const bibliography = yield* parsingBibliography(file, request);
  if (bibliography.takenFor) return bibliography;
  return isHtml(text) ? parseEither(text, request) : parseListing(text, request);
}

function parseOutline(text: string, { source }: ParseRequest): Parsed {
  const outline = readOpml(text, source);
  return { ...nothing, ...(outline.sources.length > 0 && { takenFor: 'opml' }), ...outline };
}

function* parsingBibliography(
  { bytes, name }: ParsedFile,
  { source }: ParseRequest,
): Generator<void, Parsed> {
  // The ending of an address tells the format as well.
  const read = yield* readingBibliography(bytes, name.replace(/[?#].*$/s, ''));
  if (!read) return nothing;
  return {
    ...nothing,
    takenFor: 'bibliography',
    entries: read.records.map(record =>
      record.id === undefined ? byAddress(record) : { key: record.id, record },
    ),
    problems: read.problems.map(problem => ({ ...problem, source })),
  };
}

function* parsingFeed({ bytes }: ParsedFile, request: ParseRequest): Generator<void, Parsed> {
  const { source, contentType, language } = request;
  const { link: _, ...feed } = yield* readingFeed(bytes, {
    source,
    base: baseOf(request),
    contentType,
    language,
  });
  return { ...nothing, takenFor: 'feed', ...feed };
}

function parseListing(page: string | HtmlRoot, request: ParseRequest): Parsed {
  const { publication, posts, problems } = readListing(page, {
    source: request.source,
    ...withBase(request),
  });
  return {
    ...nothing,
    ...(posts.length > 0 && { takenFor: 'listing' }),
    ...(publication !== undefined && { title: publication }),
    entries: posts.map(byAddress),
    problems,
  };
}

function parsePage(text: string, request: ParseRequest): Parsed {
  const { post, feeds, problems } = readPage(text, pageOptions(request));
  return { ...nothing, ...(post && { takenFor: 'page', post }), feeds, problems };
}

/** Both the posts that a page lists and the post that it is; what it is taken for decides whose problems count. */
function parseEither(text: string, request: ParseRequest): Parsed {
  const tree = parseHtml(text);
  const listed = isHtmlListing(text) ? tree : text;
  const listing = parseListing(listed, request);
  const page = readPage(tree, pageOptions(request));
  const { post, feeds } = page;
  // What leads elsewhere shows in a file of relative addresses only with some address as their base.
  const isFile = baseOf(request) === undefined && post !== undefined && page.isSure !== true;
  const judged = isFile ? parseListing(listed, { ...request, base: 'https://page.invalid/' }) : listing;
  const isPost = page.isSure === true || (post !== undefined && !listsOthers(judged, post));
  return {
    ...listing,
    ...(isPost && { takenFor: 'page', problems: page.problems }),
    ...(post && { post }),
    feeds,
  };
}

/** Whether a page leads to several posts elsewhere, and shows none that it may be itself. */
function listsOthers({ entries }: Parsed, { title, url }: PostRecord): boolean {
  const own = url && urlKey(url);
  const isElsewhere = ({ record }: SourceEntry) => record.url !== undefined && urlKey(record.url) !== own;
  const isOwn = (entry: SourceEntry) =>
    !isElsewhere(entry) && foldText(entry.record.title) === foldText(title);
  return entries.filter(isElsewhere).length > 1 && !entries.some(isOwn);
}

const pageOptions = (request: ParseRequest) => ({
  source: request.source,
  base: baseOf(request) ?? request.source,
});

function parseSite({ files, site }: ParseRequest): Parsed {
  const texts = new Map(files.map(({ name, bytes }) => [name, decodePage(bytes)]));
  const told = site ? { ...site, ...readSiteData(texts, site.authors) } : readSite(texts);
  return { ...nothing, ...(told && { site: told }) };
}

function* parsingMarkdown({ files, site }: ParseRequest): Generator<void, Parsed> {
  const entries: SourceEntry[] = [];
  const problems: Problem[] = [];
  let drafts = 0;
  for (const { name, bytes } of files) {
    const { record, isDraft, problems: found } = readMarkdownPost(decodePage(bytes), name, site);
    problems.push(...found);
    if (isDraft) drafts++;
    else if (record) entries.push({ key: name, record });
    yield;
  }
  return { ...nothing, takenFor: 'markdown', entries, drafts, problems };
}

/** An entry of what names its posts by their addresses only. */
function byAddress(record: PostRecord): SourceEntry {
  return { key: record.url === undefined ? record.title : urlKey(record.url), record };
}

function isHtml(text: string): boolean {
  return (
    /^\s*(?:<!--|<!doctype html|<\?xml|<[a-z])/i.test(text) &&
    /<(?:html|head|body|meta|title|div|a|p)\b/i.test(text)
  );
}

function baseOf({ base, source }: ParseRequest): string | undefined {
  return base ?? webAddress(source);
}

function withBase(request: ParseRequest): { base?: string } {
  const base = baseOf(request);
  return base === undefined ? {} : { base };
}
