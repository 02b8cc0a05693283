import type { Post } from '../../src/core/post';

export interface Engine {
  readonly name: string;
  /** The settings it runs with, for the report. */
  readonly settings: string;
  build(posts: readonly Post[]): void;
  /** Ids of the posts found, best first, at most `limit`. */
  search(query: string, limit: number): string[];
  /** Lets go of everything built. */
  close(): void;
}
