import type { PostRecord } from '../post';
import type { Problem } from '../problem';

/** A post as a source tells of it. */
export interface SourceEntry {
  /** The same at each reading of the source: a feed's guid or id, a file's path, a bibliography's key; else `urlKey` of the address; else the title. */
  readonly key: string;
  readonly record: PostRecord;
}

/** What one reading of a source came to. */
export interface SourceReading {
  /** The name that the source gives itself. */
  readonly title?: string;
  readonly entries: readonly SourceEntry[];
  /** Whether these are all posts of the source: a folder is read whole, a feed holds the latest ones only. */
  readonly isComplete: boolean;
  readonly problems: readonly Problem[];
}
