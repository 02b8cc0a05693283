import type { Addition } from './library';
import type { Post } from './post';
import { sameValue } from './sameValue';

/**
 * The library without what an addition brought: posts that it added go, posts that it enriched are as `before`
 * again. A post that was changed since stays as it is now.
 * @param before the library that the addition was made to.
 */
export function undoAddition(
  posts: readonly Post[],
  { added, enriched }: Addition,
  before: readonly Post[],
): readonly Post[] {
  const original = new Map(before.map(post => [post.id, post]));
  const made = new Map([...added, ...enriched].map(post => [post.id, post]));
  return posts.flatMap(post => {
    const ours = made.get(post.id);
    return ours && sameValue(ours, post) ? (original.get(post.id) ?? []) : post;
  });
}
