import { parseJson, readingBrokenJson } from './brokenJson';
import { readDate } from './date';
import { isMarkup } from './markup';
import { mostEntries } from './mostEntries';
import type { FeedCategory, FeedPart, FeedPerson, FeedText, ParsedEntry, ParsedFeed } from './parsedFeed';
import { parsePerson } from './person';
import { resolveAddress, type Scope } from './scope';
import { lineOf } from './text';

type Json = Readonly<Record<string, unknown>>;

const versionField = /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i;
const feedField = /"(?:home_page_url|feed_url)"\s*:/;

/** Whether a text that opens an object opens a JSON Feed. Some name their version last, behind all items. */
export function isJsonFeed(text: string): boolean {
  return versionField.test(text) || feedField.test(text);
}

/** Reads JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/; `undefined` where it is none. */
export function* readingJsonFeed(text: string, scope: Scope): Generator<void, ParsedFeed | undefined> {
  const whole = parseJson(text);
  const feed = whole ?? (yield* readingBrokenJson(text));
  if (!feed || !(Array.isArray(feed.items) || /jsonfeed\.org/.test(string(feed.version) ?? '')))
    return undefined;
  const read: ParsedEntry[] = [];
  const items = list(feed.items);
  for (const item of items.slice(0, mostEntries)) {
    if (typeof item === 'object' && item !== null) read.push(readItem(item as Json, feed, scope));
    yield;
  }
  return {
    ...readPart(feed, 'home_page_url', undefined, scope),
    summary: plain(feed.description, scope),
    entries: read,
    isTruncated: whole === undefined,
    isShortened: items.length > mostEntries,
  };
}

function readItem(item: Json, feed: Json, outer: Scope): ParsedEntry {
  const scope = { ...outer, language: string(item.language) ?? string(feed.language) ?? outer.language };
  const html = string(item.content_html);
  const text = string(item.content_text);
  const place = { base: scope.base, language: scope.language };
  const content: FeedText[] = [];
  if (html !== undefined) content.push({ value: html, type: 'html', ...place });
  if (text !== undefined) content.push({ value: text, type: 'text', ...place });
  return { ...readPart(item, 'url', 'external_url', scope), summary: plain(item.summary, scope), content };
}

function readPart(json: Json, page: string, otherPage: string | undefined, scope: Scope): FeedPart {
  const written = string(json[page]) ?? (otherPage && string(json[otherPage]));
  const link = written && (resolveAddress(written, scope.base) ?? written);
  const published = string(json.date_published);
  const updated = string(json.date_modified);
  const authors = [json.authors ?? []].flat();
  return {
    title: plain(json.title, scope),
    id: string(json.id),
    ...(link && { link }),
    links: link ? [{ rel: 'alternate', href: link }] : [],
    authors: (authors.length > 0 ? authors : [json.author]).flatMap(author => readAuthor(author) ?? []),
    contributors: [],
    categories: list(json.tags).flatMap((tag): FeedCategory[] => {
      const term = lineOf(string(tag) ?? '');
      return term === undefined ? [] : [{ term }];
    }),
    published: published === undefined ? undefined : readDate(published),
    updated: updated === undefined ? undefined : readDate(updated),
    language: string(json.language) ?? scope.language,
  };
}

/** An object; some feeds write the name alone. */
function readAuthor(author: unknown): FeedPerson | undefined {
  if (typeof author === 'string') return parsePerson(author);
  if (typeof author !== 'object' || author === null) return undefined;
  const name = string((author as Json).name);
  const url = string((author as Json).url);
  const person = name === undefined ? {} : parsePerson(name);
  return name === undefined && url === undefined ? undefined : { ...person, ...(url && { url }) };
}

/** Plain by the standard, though some feeds write markup. */
function plain(value: unknown, { base, language }: Scope): FeedText | undefined {
  const text = string(value);
  return text === undefined
    ? undefined
    : { value: text, type: isMarkup(text) ? 'html' : 'text', base, language };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function string(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
