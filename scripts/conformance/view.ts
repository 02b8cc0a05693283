import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type {
  FeedDate,
  FeedPart,
  FeedPerson,
  FeedText,
  ParsedEntry,
  ParsedFeed,
} from '../../src/core/formats/feed/parsedFeed';
import { plainText } from '../../src/core/formats/feed/text';
import { type Comparable, untold, type Value } from './evaluate';

type Dict = ReadonlyMap<string, Value>;

/** A parsed feed under feedparser's names: https://feedparser.readthedocs.io/en/latest/reference.html */
export function feedView(feed: ParsedFeed, encoding: string): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    [
      'feed',
      new Map([
        ...part(feed),
        ...texts(['subtitle', 'description', 'tagline'], feed.summary),
        ...strings(['ttl'], feed.ttl?.toString()),
      ]),
    ],
    ['entries', feed.entries.map(entry)],
    ['encoding', sameEncoding(encoding)],
    ['bozo', feed.isTruncated || untold],
  ]);
}

function entry(read: ParsedEntry): Dict {
  return new Map([
    ...part(read),
    ...texts(['summary', 'subtitle', 'description'], read.summary ?? read.content[0]),
    ...some('content', read.content.map(detail)),
    ['guidislink', read.link !== undefined && read.link === read.id],
    ...(read.source ? [['source', source(read.source)] as const] : []),
  ]);
}

function source(read: FeedPart): Dict {
  return new Map([...part(read), ...texts(['subtitle', 'description', 'tagline'], read.summary)]);
}

type Entries = readonly (readonly [string, Value])[];

function part(read: FeedPart): Entries {
  const tags = read.categories.map(
    ({ term, scheme, label }): Dict =>
      new Map([
        ['term', term],
        ['scheme', scheme],
        ['label', label],
      ]),
  );
  const [first] = read.authors;
  return [
    ...texts(['title'], read.title),
    ...strings(['id', 'guid'], read.id),
    ...strings(['link'], read.link),
    ...some(
      'links',
      read.links.map(link => new Map(Object.entries(link))),
    ),
    ...(first ? [['author', signature(first)] as const, ['author_detail', person(first)] as const] : []),
    ...some('authors', read.authors.map(person)),
    ...some('contributors', read.contributors.map(person)),
    ...some('tags', tags),
    ...strings(['category'], read.categories[0]?.term),
    ...strings(['language'], read.language),
    ...dates(['published', 'issued'], read.published),
    ...dates(['updated', 'modified'], read.updated ?? read.published),
    ...dates(['created'], read.created),
  ];
}

const strings = (names: readonly string[], value: string | undefined): Entries =>
  value === undefined ? [] : names.map(name => [name, value]);
const some = (name: string, values: readonly Value[]): Entries => (values.length > 0 ? [[name, values]] : []);

function texts(names: readonly string[], read: FeedText | undefined): Entries {
  return read
    ? names.flatMap(name => [[name, shown(read)] as const, [`${name}_detail`, detail(read)] as const])
    : [];
}

const mediaTypes = { text: 'text/plain', html: 'text/html', xhtml: 'application/xhtml+xml' };

function detail(read: FeedText): Dict {
  return new Map<string, Value>([
    ['value', shown(read)],
    ['type', mediaTypes[read.type]],
    ['base', read.base],
    ['language', read.language],
  ]);
}

function signature({ name, email }: FeedPerson): string {
  return name !== undefined && email !== undefined ? `${name} (${email})` : (name ?? email ?? '');
}

function person({ name, email, url }: FeedPerson): Dict {
  return new Map([
    ...strings(['name'], name),
    ...strings(['email'], email),
    ...strings(['href', 'url'], url),
  ]);
}

function dates(names: readonly string[], read: FeedDate | undefined): Entries {
  if (!read) return [];
  return names.flatMap(name => [[name, read.text] as const, [`${name}_parsed`, day(read)] as const]);
}

/** The year, month and day of `time.struct_time`; the time of day is not read. */
function day({ text, date }: FeedDate): Value {
  const parts = date && [date.year, date.month ?? 1, date.day ?? 1];
  return (
    parts && {
      text,
      equals: other => Array.isArray(other) && parts.every((number, at) => other[at] === number),
    }
  );
}

/** `gbk` as the standard's decoders name `gb2312`, `windows-1252` as they name ISO 8859-1 and ASCII. */
function sameEncoding(encoding: string): Comparable {
  return {
    text: encoding,
    equals: other => {
      try {
        return new TextDecoder(String(other)).encoding === new TextDecoder(encoding).encoding;
      } catch {
        return other === encoding;
      }
    },
  };
}

/**
 * Text as readers see it. Feedparser gives markup, cleaned of what could do harm, and Byline gives no markup at all:
 * the two are equal when the same words come through, so what was removed as harmful must not.
 */
function shown(read: FeedText): Comparable {
  const text = plainText(read, 1_000_000);
  return {
    text,
    equals: other => {
      if (typeof other !== 'string')
        return typeof other === 'object' && 'text' in other && other.text === text;
      return letters(text) === letters(read.type === 'text' ? other : wordsOf(other));
    },
  };
}

const letters = (text: string) => text.replace(/\s+/g, '');

function wordsOf(markup: string): string {
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): string =>
    node.nodeName === '#text' && 'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(walk).join('')
        : '';
  return parseFragment(markup).childNodes.map(walk).join('');
}
