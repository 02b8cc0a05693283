import type { Post, PostRecord } from '../post';
import type { Problem } from '../problem';

/** What was read of a library file. Formats keep more in it, for reading the file again and for writing it. */
export interface LibraryReading {
  /** Those that bear a key may share it with others; see `LibraryFile`. */
  readonly posts: readonly PostRecord[];
  readonly problems: readonly Problem[];
  /** False for a file that may have been cut short: another program may be writing it. */
  readonly isWhole: boolean;
  /** False when part of the file could not be read, and writing the rest back would lose that part. */
  readonly writable: boolean;
}

/** A form in which a file can hold a library. Both work in small steps. */
export interface LibraryFormat<R extends LibraryReading = LibraryReading> {
  /**
   * @param before what was read of the file before: posts that stand there as they stood are the same objects.
   * @throws an Error with a sentence where the bytes are not UTF-8.
   */
  reading(bytes: Uint8Array, source: string, before?: R): Generator<void, R>;
  /**
   * The whole file. What stood in it for a post that is the same object stays as it is.
   * @param keyed the posts that were made of records that had another key or none.
   */
  writing(
    posts: readonly Post[],
    before: {
      readonly bytes: Uint8Array;
      readonly reading: R;
      readonly keyed: ReadonlyMap<PostRecord, Post>;
    },
  ): Generator<void, Uint8Array>;
}
