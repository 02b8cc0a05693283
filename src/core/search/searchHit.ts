import type { Post } from '../post';
import type { Field } from './fields';

export interface SearchHit {
  readonly post: Post;
  /** 0-1, 1 is best; never rises down a list of hits. */
  readonly score: number;
  /** Where the query's words stand, title first. */
  readonly matches: readonly FieldMatch[];
}

export interface FieldMatch {
  readonly field: Field;
  /** The whole text of the field, or of the one author or topic. */
  readonly text: string;
  /** [start, end) in UTF-16 units of `text`, in order, none overlapping. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

export interface SearchResult {
  /** Best first. */
  readonly hits: SearchHit[];
  /** How many posts match, `hits` included. */
  readonly total: number;
}

export interface Matching {
  readonly posts: readonly Post[];
  /** Where the query's words stand in the post, title first; found anew with each call. */
  matchesOf(post: Post): readonly FieldMatch[];
}
