import { comparePosts } from '../../core/comparePosts';
import type { Post } from '../../core/post';
import { TopK } from '../../core/search/topK';

/** Posts that are shown at most where nothing is searched for. */
const most = 100;

const newest = new WeakMap<readonly Post[], readonly Post[]>();

/** The newest posts, first; worked out once for each state of the library. */
export function newestPosts(posts: readonly Post[]): readonly Post[] {
  const known = newest.get(posts);
  if (known) return known;
  const top = new TopK<Post>(most, comparePosts);
  for (const post of posts) top.offer(post);
  const best = top.best();
  newest.set(posts, best);
  return best;
}
