import type { SiteConventions } from '../formats/frontMatter';
import type { FeedLink } from '../formats/page';
import type { PostRecord } from '../post';
import type { Problem } from '../problem';
import type { SourceEntry } from './reading';
import type { Source } from './source';

export type { FeedLink } from '../formats/page';

/**
 * What bytes are to be read as; `address`: as whatever they turn out to be; `site`: as what tells how a site of
 * Markdown files is built.
 */
export type ParseKind =
  | 'feed'
  | 'listing'
  | 'page'
  | 'address'
  | 'bibliography'
  | 'markdown'
  | 'site'
  | 'opml';

/** Work for the `Parser`. Plain data, so that it can be sent to a worker. */
export interface ParseRequest {
  readonly kind: ParseKind;
  /** One, but for `markdown` and `site`. */
  readonly files: readonly ParsedFile[];
  /** The file name or address that was read, for problems. */
  readonly source: string;
  /** Address that relative addresses resolve against; `source` where that is an address. */
  readonly base?: string;
  /** The `Content-Type` header. */
  readonly contentType?: string;
  /** The `Content-Language` header. */
  readonly language?: string;
  /** Of Markdown files; of a site's lists of authors and topics, what its configuration says. */
  readonly site?: SiteConventions;
}

export interface ParsedFile {
  /** The name or path with its extension, which can tell the format; of a Markdown file the path from its site's folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What bytes were read into. Plain data, so that a worker can send it. */
export interface Parsed {
  /** `undefined` when the bytes are none of what was asked for. */
  readonly takenFor?: Exclude<ParseKind, 'address' | 'site'>;
  /** The name that the feed, the page's publication or the outline gives itself. */
  readonly title?: string;
  /** Posts of a feed, listing, bibliography or Markdown files. */
  readonly entries: readonly SourceEntry[];
  /** Of a web page: the post that the page itself is. */
  readonly post?: PostRecord;
  /** Of a web page: the feeds that it names, best first. */
  readonly feeds: readonly FeedLink[];
  /** Of an outline. */
  readonly sources: readonly Source[];
  /** Of Markdown files: those left out, as they are not published. */
  readonly drafts?: number;
  /** Of a site's files; `undefined` when they configure none. */
  readonly site?: SiteConventions;
  /** Of a feed: minutes for which it asks to be left alone. */
  readonly ttl?: number;
  readonly problems: readonly Problem[];
}
