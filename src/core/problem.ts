import type { StatusCode } from './network/describeStatus';
import type { HttpErrorCode } from './network/httpError';

/** What went wrong or was left out while reading, as data: the shells make the sentence (see `problemText.ts`). */
export interface Problem {
  readonly code: ProblemCode;
  /** The file name or address that was read. */
  readonly source: string;
  /** 1-based line in the source, where there is one. */
  readonly line?: number;
  /** The text concerned, shortened to what a person needs to find it. */
  readonly detail?: string;
}

export type ProblemCode =
  /** Text that belongs to the page and not to a post: a store button, a footer. */
  | 'skippedText'
  /** The text lists no posts. */
  | 'noListing'
  /** The page is that of no post: an error, a check for robots, a wall of cookies, a site's home. */
  | 'noPost'
  /** The file is no OPML, or its outline names no feed. */
  | 'noOutline'
  /** The outline names more feeds than are taken; the detail is how many were. */
  | 'tooManyFeeds'
  /** The feed ended before its end; what came until then was read. */
  | 'truncatedFeed'
  /** The feed has more entries than are read; the detail is how many were. */
  | 'tooManyEntries'
  /** The bibliography has more entries than are read, from the line on; the detail is how many were. */
  | 'longBibliography'
  /** How many more problems of the kinds before there are. */
  | 'moreProblems'
  /** The page is longer than is read; what stands first was. */
  | 'longPage'
  /** An address that is relative, with no base to resolve it against. */
  | 'relativeAddress'
  /** An address that is not http or https. */
  | 'unusableAddress'
  /** A date that could not be understood. */
  | 'unknownDate'
  /** A line of a file that could not be read; the rest was. */
  | 'unreadableEntry'
  /** An entry of a library that is kept, but is no post, as it has no title. */
  | 'untitledEntry'
  /** Two posts of a library had one key, and one of them got another: "key → new key". */
  | 'renamedKey'
  /** Front matter with an error, of which only simple lines were read. */
  | 'damagedFrontMatter'
  /** Front matter that is a program. */
  | 'codeFrontMatter'
  /** A title that Byline made up is cited. */
  | 'provisionalTitle'
  /** The file is there and cannot be opened or decoded. */
  | 'unreadableFile'
  /** Nothing of the file's text could be read. */
  | 'damagedFile'
  /** The file was not found. */
  | 'missingFile'
  /** A source that is listed without a kind, or with one that there is not. */
  | 'unknownSourceKind'
  /** A source that is listed without a location. */
  | 'missingLocation'
  /** A location that is no address where there has to be one, or is one where there has to be a path. */
  | 'unusableLocation'
  /** An address that goes with a source, and is none. */
  | 'unusableSourceAddress'
  /** What was read is no feed. */
  | 'noFeed'
  /** What was read is no bibliography. */
  | 'noBibliography'
  /** Nothing at an address is a feed, a page of posts, a post or a bibliography. */
  | 'nothingToRead'
  | HttpErrorCode
  | StatusCode;

/** Whether part of a library file could not be read, so that writing it back would lose that part. */
export function isDamage({ code }: Problem): boolean {
  return code === 'unreadableEntry' || code === 'damagedFile' || code === 'unreadableFile';
}
