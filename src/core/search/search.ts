import type { Post } from '../post';
import { CandidateFinder } from './candidates';
import { parseQuery } from './query';
import { rank } from './rank';
import type { SearchResult } from './searchHit';
import type { WordIndex } from './wordIndex';

export interface SearchOptions {
  /** Most hits to return; 100 when not said. */
  readonly limit?: number;
}

/** Finds posts by sloppy queries: stage one finds candidates by words, stage two ranks them with Fuse.js. */
export class Search {
  private readonly finder: CandidateFinder;

  constructor(private readonly index: WordIndex) {
    this.finder = new CandidateFinder(index);
  }

  /** Posts that match, best first; none for an empty query. Equal ones by date, newest first, then title. */
  search(text: string, { limit = 100 }: SearchOptions = {}): SearchResult {
    const { terms } = parseQuery(text);
    if (terms.length === 0) return { hits: [], total: 0 };
    const unfinished = /\S$/u.test(text);
    const query = terms.map((word, at) => ({
      word,
      fieldMask: 0,
      unfinished: unfinished && at === terms.length - 1,
    }));
    const { best, total } = this.finder.find(query, Math.max(50, limit), () => true);
    return { hits: rank(best, terms).slice(0, limit), total };
  }

  /** Adds a post, or replaces the one with its id. */
  add(post: Post): void {
    this.index.add(post);
  }

  /** False when there is no such post. */
  remove(id: string): boolean {
    return this.index.remove(id);
  }
}
