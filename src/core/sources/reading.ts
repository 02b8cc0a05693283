import type { PostRecord } from '../post';
import type { Problem } from '../problem';

/** A post as a source tells of it. */
export interface SourceEntry {
  /** The same at each reading of the source: a feed's guid or id, a file's path, a bibliography's key; else `urlKey` of the address; else the title. */
  readonly key: string;
  readonly record: PostRecord;
  /** Of a listing that has a feed: told by that, not by the page. */
  readonly isFromFeed?: boolean;
}

/** An entry as it is kept until the next reading, with what became of it in the library. */
export interface ToldEntry extends SourceEntry {
  /** The post's id; no post of the library has it when the user removed the post. */
  readonly post: string;
  /** Whether the post is in the library because a source told of it, and goes when none does any more. */
  readonly isMade: boolean;
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
