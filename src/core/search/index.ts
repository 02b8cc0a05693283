import type { Post } from '../post';
import { Search } from './search';
import { runSliced, runWhole, type SliceOptions } from './sliced';
import { WordIndex } from './wordIndex';

export { Search, type SearchOptions } from './search';
export type { FieldMatch, SearchHit, SearchResult } from './searchHit';

/** Builds the search at once: for the command line, tests and small libraries. */
export function createSearch(posts: readonly Post[]): Search {
  return runWhole(building(posts));
}

/** Builds the search in slices of a few milliseconds, so that an editor stays responsive meanwhile. */
export function buildSearch(posts: readonly Post[], options: SliceOptions = {}): Promise<Search> {
  return runSliced(building(posts), options);
}

function* building(posts: readonly Post[]): Generator<void, Search> {
  const index = new WordIndex();
  for (const post of posts) {
    index.add(post);
    yield;
  }
  return new Search(index);
}
