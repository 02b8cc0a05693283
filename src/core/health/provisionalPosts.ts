import { isProvisional, type Post } from '../post';
import type { Checked } from './checkOptions';
import type { Found } from './finding';

/** Posts with a title that Byline made up, each where it is first cited. */
export function* provisionalPosts({ cited }: Checked): Generator<Found | undefined> {
  const told = new Set<Post>();
  for (const { citation, post } of cited) {
    yield;
    if (!isProvisional(post) || told.has(post) || /efinition$/.test(citation.kind)) continue;
    told.add(post);
    const { start, end } = citation;
    yield { code: 'provisionalMetadata', start, end, detail: post.title, post };
  }
}
