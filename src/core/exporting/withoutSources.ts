import type { Post } from '../post';

/** The post as it may leave the library: where Byline read it may be a path of this computer. */
export function withoutSources<T extends Pick<Post, 'sources'>>({
  sources: _,
  ...post
}: T): Omit<T, 'sources'> {
  return post;
}
