import type { PostRecord } from '../../post';
import type { Problem } from '../../problem';

export interface PageOptions {
  /** The file name or address that was read, for problems. */
  readonly source: string;
  /** The address that the page was read from, after redirects. */
  readonly base: string;
}

/** What a page of one post was read into. */
export interface PageReading {
  /** `undefined` where the page is none of a post: an error, a check for robots, a site's home. */
  readonly post?: PostRecord;
  /** Whether the page's head states when the post was published, as the heads of pages that list posts don't. */
  readonly isSure?: boolean;
  /** The address that the page says is its own, where that can be so. */
  readonly canonical?: string;
  /** The feeds that the page names, those of comments and those that are only linked in its text last. */
  readonly feeds: readonly FeedLink[];
  readonly problems: readonly Problem[];
}

export interface FeedLink {
  /** Absolute http(s) address. */
  readonly url: string;
  readonly title?: string;
  /** Media type, as the page says it or as the address suggests. */
  readonly type: string;
}
