import type { Post } from '../../../core/post';
import type { CitingContext } from './context';

const key = 'recentPosts';
const most = 20;

/** The keys of the posts picked lately in this workspace, to cite or to show, latest first. */
export function recentPosts({ state }: Pick<CitingContext, 'state'>): readonly string[] {
  return state.get<string[]>(key, []);
}

export async function noteRecent(
  context: Pick<CitingContext, 'state'>,
  posts: readonly Post[],
): Promise<void> {
  const ids = new Set([...posts.map(post => post.id), ...recentPosts(context)]);
  await context.state.update(key, [...ids].slice(0, most));
}
