import type { Name, PostRecord } from '../../post';
import type { Problem } from '../../problem';
import type { SourceEntry } from '../../sources/reading';
import { cleanText, foldText } from '../../text';
import { cleanUrl, urlKey } from '../../url';
import { languageTag } from '../html/languageTag';
import { isNoTopic } from '../noTopic';
import { provisionalTitle } from '../provisionalTitle';
import { abstractOf } from './abstract';
import { namesOf } from './names';
import type { FeedCategory, ParsedEntry, ParsedFeed } from './parsedFeed';
import { publicationOf } from './publication';
import { titleOf, titleOfAddress } from './title';

export interface EntryOptions {
  /** For problems. */
  readonly source: string;
  /** Address of the feed. */
  readonly base?: string | undefined;
}

const longestKey = 2000;
const mostKeywords = 100;
const mostProblems = 1000;

/** The posts of a feed: what an entry lacks is taken from the feed, as far as it holds for all of its entries. */
export function* readingEntries(
  feed: ParsedFeed,
  options: EntryOptions,
  problems: Problem[],
): Generator<void, SourceEntry[]> {
  const publication = publicationOf(feed);
  const inherited = namesOf(feed.authors, publication);
  const times = countIds(feed.entries);
  const entries: SourceEntry[] = [];
  const keys = new Set<string>();
  for (const entry of feed.entries) {
    yield;
    const record = recordOf(entry, { feed, publication, inherited, options, problems });
    if (!record) continue;
    const id = cleanText(entry.id?.slice(0, longestKey) ?? '');
    const key = id !== '' && times.get(id) === 1 ? id : record.url ? urlKey(record.url) : id || record.title;
    if (keys.has(key)) continue;
    keys.add(key);
    entries.push({ key, record });
  }
  if (problems.length > mostProblems) problems.length = mostProblems;
  return entries;
}

/** An id that stands at several entries tells none of them. */
function countIds(entries: readonly ParsedEntry[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { id } of entries) {
    const key = cleanText(id?.slice(0, longestKey) ?? '');
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}

interface Context {
  readonly feed: ParsedFeed;
  readonly publication: string | undefined;
  readonly inherited: readonly Name[];
  readonly options: EntryOptions;
  readonly problems: Problem[];
}

function recordOf(entry: ParsedEntry, context: Context): PostRecord | undefined {
  const { feed, options, problems } = context;
  const { source } = options;
  const url = addressOf(entry, { source, base: options.base ?? feed.link }, problems);
  const given = entry.title && titleOf(entry.title);
  const excerpt = abstractOf(entry);
  const abstract = excerpt === given ? undefined : excerpt;
  const title = given || provisionalTitle(abstract) || (url && titleOfAddress(url));
  if (!title) {
    problems.push({
      code: 'unreadableEntry',
      source,
      detail: cleanText(entry.id?.slice(0, 200) ?? '') || '(empty)',
    });
    return undefined;
  }
  const written = entry.published ?? entry.created ?? entry.updated;
  const issued = entry.published?.date ?? entry.created?.date ?? entry.updated?.date;
  if (written && !issued) problems.push({ code: 'unknownDate', source, detail: written.text.slice(0, 100) });
  const containerTitle = (entry.source && publicationOf(entry.source)) ?? context.publication;
  const language = languageTag(
    entry.language ?? entry.content[0]?.language ?? entry.title?.language ?? feed.language ?? '',
  );
  return {
    title,
    author: authorsOf(entry, context),
    ...(issued && { issued }),
    ...(containerTitle && { containerTitle }),
    ...(url && { url }),
    ...(abstract && { abstract }),
    keywords: keywordsOf(entry.categories),
    ...(language && { language }),
    ...(!given && { provisional: ['title'] as const }),
  };
}

function authorsOf(
  { authors, contributors, source }: ParsedEntry,
  { inherited, publication }: Context,
): readonly Name[] {
  const own = namesOf(authors, publication);
  if (own.length > 0) return own;
  const first = namesOf(source?.authors ?? []);
  if (first.length > 0) return first;
  return inherited.length > 0 ? inherited : namesOf(contributors);
}

function addressOf(
  entry: ParsedEntry,
  { source, base }: EntryOptions,
  problems: Problem[],
): string | undefined {
  const page = entry.link;
  const url = page === undefined ? undefined : cleanUrl(page, base);
  if (page !== undefined && url === undefined) {
    const isRelative = !/^[a-z][a-z\d+.-]*:/i.test(page);
    problems.push({
      code: isRelative ? 'relativeAddress' : 'unusableAddress',
      source,
      detail: page.slice(0, 200),
    });
  }
  return url ?? (/^https?:/i.test(entry.id ?? '') ? cleanUrl(entry.id!) : undefined);
}

/** Blogger's mark of what kind of entry it is. */
const notTopics = 'http://schemas.google.com/g/2005#kind';

function keywordsOf(categories: readonly FeedCategory[]): string[] {
  const byKey = new Map<string, string>();
  for (const { term, label, scheme } of categories) {
    if (scheme === notTopics || byKey.size >= mostKeywords) continue;
    // A library's file keeps topics in one text, apart by commas.
    for (const part of (label ?? term).split(/[,;]/)) {
      const topic = cleanText(part).replace(/^#(?=\p{L})/u, '');
      const key = foldText(topic);
      if (topic !== '' && !isNoTopic(topic) && !byKey.has(key)) byKey.set(key, topic);
    }
  }
  return [...byKey.values()];
}
