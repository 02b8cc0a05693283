import type { Problem } from '../../problem';
import { runWhole } from '../../sliced';
import type { SourceEntry } from '../../sources/reading';
import { cleanUrl } from '../../url';
import { readingXml, readXml } from '../xml';
import { decodeFeed } from './decodeFeed';
import { readingEntries } from './entries';
import { findFeed } from './findFeed';
import { isJsonFeed, readingJsonFeed } from './jsonFeed';
import type { ParsedFeed } from './parsedFeed';
import { titleOf } from './title';
import { readingXmlFeed } from './xmlFeed';

export interface FeedOptions {
  /** The file name or address that was read, for problems. */
  readonly source: string;
  /** Address that relative addresses resolve against: the feed's own. */
  readonly base?: string | undefined;
  /** The `Content-Type` header. */
  readonly contentType?: string | undefined;
  /** The `Content-Language` header. */
  readonly language?: string | undefined;
}

export interface Feed {
  /** The name that the feed gives itself. */
  readonly title?: string;
  /** The site that it belongs to. */
  readonly link?: string;
  /** Minutes for which it asks to be left alone. */
  readonly ttl?: number;
  readonly entries: readonly SourceEntry[];
  readonly problems: readonly Problem[];
}

/** In bytes: what stands before the first element of a feed is shorter. */
const headLength = 1 << 14;

/** Whether the bytes are a feed: RSS, Atom, RDF or JSON Feed, whatever they are served as. */
export function isFeed(bytes: Uint8Array, contentType?: string): boolean {
  const { text } = decodeFeed(bytes.subarray(0, headLength), contentType);
  if (/^\s*\{/.test(text)) return isJsonFeed(text) || /feed\+json/i.test(contentType ?? '');
  return findFeed(readXml(text).roots) !== undefined;
}

/** `readingFeed` at once. */
export function readFeed(bytes: Uint8Array, options: FeedOptions): Feed {
  return runWhole(readingFeed(bytes, options));
}

/** Reads the posts of a feed in small steps, as far as it goes; what it is no feed of is a problem. Never throws. */
export function* readingFeed(bytes: Uint8Array, options: FeedOptions): Generator<void, Feed> {
  const { source, base } = options;
  const feed = yield* parsingFeed(bytes, options);
  if (!feed) return { entries: [], problems: [{ code: 'noFeed', source }] };
  const problems: Problem[] = [];
  if (feed.isTruncated) problems.push({ code: 'truncatedFeed', source });
  if (feed.isShortened) problems.push({ code: 'tooManyEntries', source, detail: `${feed.entries.length}` });
  const title = feed.title && titleOf(feed.title);
  const link = feed.link && cleanUrl(feed.link, base);
  return {
    ...(title && { title }),
    ...(link && { link }),
    ...(feed.ttl && { ttl: feed.ttl }),
    entries: yield* readingEntries(feed, options, problems),
    problems,
  };
}

/** The feed as it says of itself; `undefined` where it is none. */
export function* parsingFeed(
  bytes: Uint8Array,
  { base, contentType, language }: Omit<FeedOptions, 'source'>,
): Generator<void, ParsedFeed | undefined> {
  const { text } = decodeFeed(bytes, contentType);
  const scope = { base, language, isAtom: false };
  if (/^\s*\{/.test(text)) return yield* readingJsonFeed(text, scope);
  return yield* readingXmlFeed(yield* readingXml(text), scope);
}
