import { displayName } from '../name';
import type { PostRecord } from '../post';
import type { Persons } from './persons';

/** Posts that are looked at in one step. */
const few = 100;

/** In small steps: how the posts of a person are signed. */
export function* spellingsOf(
  posts: readonly PostRecord[],
  persons: Persons,
  key: string,
): Generator<void, Set<string>> {
  const spellings = new Set<string>();
  for (const [index, post] of posts.entries()) {
    for (const name of post.author) {
      if (persons.personOf(name, post).key === key) spellings.add(displayName(name));
    }
    if (index % few === 0) yield;
  }
  return spellings;
}
