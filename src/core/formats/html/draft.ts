import type { Name, PartialDate } from '../../post';

/** What a page says of a post, before it is known to be one: from its markup or its JSON-LD. */
export interface Draft {
  readonly title: string;
  readonly names: readonly Name[];
  readonly date?: PartialDate | undefined;
  /** As written: relative, with trackers. */
  readonly href?: string | undefined;
  readonly abstract?: string | undefined;
  readonly keywords: readonly string[];
  readonly publication?: string | undefined;
  /** BCP 47 tag, as written. */
  readonly language?: string | undefined;
  readonly note?: string | undefined;
  readonly line?: number | undefined;
  /** Text of a date that could not be read. */
  readonly unknownDate?: string | undefined;
}
