import type { Name, PartialDate } from '../../post';

/** What one kind of markup says of the page's post. */
export interface Claim {
  readonly title?: string | undefined;
  readonly names: readonly Name[];
  readonly date?: PartialDate | undefined;
  readonly publication?: string | undefined;
  /** As written. */
  readonly url?: string | undefined;
  readonly keywords: readonly string[];
  readonly abstract?: string | undefined;
  /** As written. */
  readonly language?: string | undefined;
  /** Whether it says that the page lists posts, and is none. */
  readonly isList?: boolean;
}
