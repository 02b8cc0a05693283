import type { Post } from '../core/post';
import type { FieldMatch, SearchResult } from '../core/search';
import type { OpenLibrary } from './openLibrary';

/** All posts that a query leaves, unranked. */
export interface Matching {
  readonly posts: readonly Post[];
  /** Where the query's words stand in one of them. */
  matchesOf(post: Post): readonly FieldMatch[];
}

/** What pickers and views search with: the library's search, and what it cannot know from the posts. */
export class PostSearch {
  constructor(private readonly library: OpenLibrary) {}

  /** Best first; the library is read and its search built first, if need be. */
  async search(query: string, limit: number): Promise<SearchResult> {
    const search = await this.library.search();
    return search.search(query, { limit });
  }

  async matching(query: string): Promise<Matching> {
    const { hits } = await this.search(query, this.library.posts.length);
    const byPost = new Map(hits.map(hit => [hit.post, hit]));
    return { posts: hits.map(hit => hit.post), matchesOf: post => byPost.get(post)?.matches ?? [] };
  }

  /** Makes ready for the first query. */
  async warm(): Promise<void> {
    await this.library.search();
  }
}
