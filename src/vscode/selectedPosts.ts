import type { Post } from '../core/post';
import type { OpenLibrary } from './openLibrary';

/**
 * The posts that a command is about: the rows it was called on (VS Code passes the row clicked, then all that
 * are selected), posts named by id (`{ id }`, for callers from outside), or the one in the details view when the
 * call came from there.
 */
export async function selectedPosts(
  args: readonly unknown[],
  library: OpenLibrary,
  shown: Post | undefined,
): Promise<readonly Post[]> {
  if (args.length === 0) {
    return [];
  }
  await library.load();
  const [clicked, all] = args;
  const rows = Array.isArray(all) && all.length ? all : clicked === undefined ? [] : [clicked];
  const posts = rows.flatMap(row => postOf(row, library));
  return posts.length || !isFact(clicked) || !shown ? unique(posts) : [shown];
}

function postOf(row: unknown, library: OpenLibrary): Post[] {
  const { post, id } = (row ?? {}) as { post?: Post; id?: string };
  const found = library.post(post?.id ?? id ?? '');
  return found ? [found] : [];
}

function isFact(row: unknown): boolean {
  return typeof (row as { label?: string } | undefined)?.label === 'string';
}

function unique(posts: readonly Post[]): Post[] {
  return [...new Map(posts.map(post => [post.id, post])).values()];
}
