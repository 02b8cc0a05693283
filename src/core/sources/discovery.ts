import type { PostRecord } from '../post';
import type { Problem } from '../problem';
import type { FeedLink } from './parsed';
import type { SourceResult } from './readSource';
import type { Source } from './source';

/** What an address offers, best first; nothing where there is a `problem`. */
export interface Discovery {
  /** The address that answered, after redirects; the one that was asked where none did. */
  readonly url: string;
  readonly offers: readonly Offer[];
  readonly problem?: Problem;
}

export type Offer =
  /** A feed, listing, bibliography or outline, whose first reading this is: listing and saving it is all that there is to do. */
  | { readonly kind: 'source'; readonly result: SourceResult }
  /** A feed that the page names, not read yet: discover its address. */
  | { readonly kind: 'link'; readonly link: FeedLink }
  /** The page is a post itself, to be added to the library. */
  | { readonly kind: 'post'; readonly post: PostRecord }
  /** The feeds of an outline, each to be listed; the outline itself is another offer. */
  | { readonly kind: 'outline'; readonly sources: readonly Source[]; readonly title?: string };
