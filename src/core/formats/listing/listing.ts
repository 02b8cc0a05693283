import type { PostRecord } from '../../post';
import type { Problem } from '../../problem';

/** What a page that lists posts was read into. */
export interface Listing {
  /** The publication's name, where the page says it beyond doubt. */
  readonly publication?: string;
  /** In the order of the page. */
  readonly posts: readonly PostRecord[];
  readonly problems: readonly Problem[];
}

export interface ListingOptions {
  /** The file name or address that was read, for problems. */
  readonly source: string;
  /** Address that relative addresses resolve against, unless the page names its own. */
  readonly base?: string;
}
