import type { PartialDate } from '../../post';

/** A feed as it says of itself, whatever its dialect: Atom's terms, RFC 4287, with nothing inherited or made up. */
export interface ParsedFeed extends FeedPart {
  readonly entries: readonly ParsedEntry[];
  /** Minutes for which the feed need not be asked again. */
  readonly ttl?: number | undefined;
  /** Whether it ended before its end, so that posts may be missing. */
  readonly isTruncated: boolean;
  /** Whether it has more entries than are read. */
  readonly isShortened: boolean;
}

export interface ParsedEntry extends FeedPart {
  readonly content: readonly FeedText[];
  /** The feed that the entry was first published in, as a planet tells it. */
  readonly source?: FeedPart | undefined;
}

/** What feeds, their entries and the sources of these have in common. */
export interface FeedPart {
  readonly title?: FeedText | undefined;
  /** A feed's subtitle, an entry's summary. */
  readonly summary?: FeedText | undefined;
  /** `guid` or `id`, as written. */
  readonly id?: string | undefined;
  /** The page, as written but absolute: the alternate link, else an id that is a permalink. */
  readonly link?: string | undefined;
  readonly links: readonly FeedLink[];
  readonly authors: readonly FeedPerson[];
  readonly contributors: readonly FeedPerson[];
  readonly categories: readonly FeedCategory[];
  readonly published?: FeedDate | undefined;
  readonly updated?: FeedDate | undefined;
  readonly created?: FeedDate | undefined;
  /** As written; `undefined` where nothing or "" is said. */
  readonly language?: string | undefined;
}

export interface FeedText {
  readonly value: string;
  /** Whether `value` is markup or to be shown as it stands. */
  readonly type: 'text' | 'html' | 'xhtml';
  /** What addresses in it are relative to. */
  readonly base?: string | undefined;
  readonly language?: string | undefined;
}

export interface FeedLink {
  readonly href: string;
  /** "alternate" where nothing is said. */
  readonly rel: string;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
}

export interface FeedPerson {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
}

export interface FeedCategory {
  readonly term: string;
  readonly scheme?: string | undefined;
  readonly label?: string | undefined;
}

export interface FeedDate {
  /** As written. */
  readonly text: string;
  /** `undefined` where the text cannot be understood. */
  readonly date?: PartialDate | undefined;
}
