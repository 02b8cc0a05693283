import type { Post, PostRecord } from '../post';
import { sameValue } from '../sameValue';

/**
 * The library without the posts of a sample, in small steps. A post of the sample that was changed since, or that a
 * source tells too, is the user's own by now and stays.
 */
export function* withoutSample(
  posts: readonly Post[],
  sample: readonly PostRecord[],
): Generator<void, readonly Post[]> {
  const byTitle = new Map(sample.map(post => [post.title, post]));
  const left: Post[] = [];
  for (const post of posts) {
    const same = byTitle.get(post.title);
    const isOwn = !same || (post.sources?.length ?? 0) > 0 || !sameValue(facts(post), facts(same));
    if (isOwn) left.push(post);
    yield;
  }
  return left;
}

/** What people change by hand; keys and topics may differ between libraries. */
const facts = ({ title, author, issued, containerTitle, url, abstract }: PostRecord) => ({
  title,
  author,
  issued,
  containerTitle,
  url,
  abstract,
});
