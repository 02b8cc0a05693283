import type { Post } from '../post';
import { runSliced, runWhole, type SliceOptions } from '../sliced';
import { reading } from './reading';
import { Search } from './search';
import { WordIndex } from './wordIndex';

export type { SliceOptions } from '../sliced';
export { Search, type SearchOptions } from './search';
export type { FieldMatch, Matching, SearchHit, SearchResult } from './searchHit';

/** Builds the search at once: for the command line, tests and small libraries. */
export function createSearch(posts: readonly Post[]): Search {
  return runWhole(building(posts));
}

/** Builds the search in slices of a few milliseconds, so that an editor stays responsive meanwhile. */
export function buildSearch(posts: readonly Post[], options: SliceOptions = {}): Promise<Search> {
  return runSliced(building(posts), options);
}

/**
 * The search from the bytes of `serialize`, over these posts: those that changed since are read anew, those that went
 * are left out. `undefined` when the bytes cannot be used.
 */
export function loadSearch(bytes: Uint8Array, posts: readonly Post[]): Search | undefined {
  const index = runWhole(reading(bytes, posts));
  return index && new Search(index);
}

/** `loadSearch` in slices. */
export async function loadSearchSliced(
  bytes: Uint8Array,
  posts: readonly Post[],
  options: SliceOptions = {},
): Promise<Search | undefined> {
  const index = await runSliced(reading(bytes, posts), options);
  return index && new Search(index);
}

function* building(posts: readonly Post[]): Generator<void, Search> {
  const index = new WordIndex();
  for (const post of posts) {
    index.add(post);
    yield;
  }
  return new Search(index);
}
