import type { LibraryFormat, LibraryReading } from '../formats/libraryFormat';
import { type CslJson, readingCslJson } from '../formats/readCslJson';
import { writingCslJson } from '../formats/writeCslJson';
import { isDamage } from '../problem';

type CslJsonReading = CslJson & LibraryReading;

/** A library as CSL-JSON, one post a line, sorted by key. */
export const cslJsonLibrary: LibraryFormat<CslJsonReading> = {
  *reading(bytes, source, before) {
    const read = yield* readingCslJson(bytes, source, before?.items);
    return { ...read, writable: !read.problems.some(isDamage) };
  },
  writing: (posts, { bytes, reading: { rest, items } }) => writingCslJson(posts, rest, { bytes, items }),
};
