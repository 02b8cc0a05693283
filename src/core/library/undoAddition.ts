import type { Post } from '../post';
import { sameValue } from '../sameValue';
import type { Addition } from './library';

/**
 * The library without what an addition brought, in small steps: posts that it added go, posts that it enriched are as
 * before again. A post that was changed since stays as it is now.
 */
export function* undoAddition(
  posts: readonly Post[],
  { added, enriched, before }: Pick<Addition, 'added' | 'enriched' | 'before'>,
): Generator<void, readonly Post[]> {
  const original = new Map(before.map(post => [post.id, post]));
  const made = new Map([...added, ...enriched].map(post => [post.id, post]));
  const left: Post[] = [];
  for (const post of posts) {
    const ours = made.get(post.id);
    const now = ours && sameValue(ours, post) ? original.get(post.id) : post;
    if (now) left.push(now);
    yield;
  }
  return left;
}
