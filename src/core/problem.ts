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
  /** An address that is relative, with no base to resolve it against. */
  | 'relativeAddress'
  /** An address that is not http or https. */
  | 'unusableAddress'
  /** A date that could not be understood. */
  | 'unknownDate'
  /** A line or entry of a file that could not be read; the rest was. */
  | 'unreadableEntry'
  /** Nothing of the file could be read. */
  | 'unreadableFile'
  /** The file was not found. */
  | 'missingFile'
  /** The library was written by a newer Byline. */
  | 'newerVersion';
