import type { KnownPosts } from '../document';
import { ownText } from '../document/ownText';
import type { Post } from '../post';

const postsPerStep = 100;

/**
 * Which texts posts have, in small steps; the question names what `textsOf` gives. Until the posts change they are gone
 * through for texts only that nobody has asked for before.
 */
export function* hadByPosts(
  known: KnownPosts,
  question: string,
  texts: ReadonlySet<string>,
  textsOf: (post: Post) => Iterable<string>,
): Generator<undefined, ReadonlySet<string>> {
  const answers = known.answersTo<boolean>(question);
  const open = new Set([...texts].filter(text => !answers.has(text)));
  const found = new Set<string>();
  let count = 0;
  for (const post of open.size > 0 ? known.posts : []) {
    for (const text of textsOf(post)) if (open.has(text)) found.add(text);
    if (++count % postsPerStep === 0) yield;
  }
  for (const text of open) answers.set(ownText(text), found.has(text));
  return new Set([...texts].filter(text => answers.get(text)));
}
