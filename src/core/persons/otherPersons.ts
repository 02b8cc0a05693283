import { displayName } from '../name';
import type { Post } from '../post';
import { sameValue } from '../sameValue';
import type { Person } from './namePersons';
import type { Persons } from './persons';

/** Posts that are looked at in one step. */
const few = 100;

/** In small steps: the posts that were signed by other persons as it is known now, or by those with other spellings. */
export function* postsOfOthers(
  posts: readonly Post[],
  before: Persons,
  now: Persons,
): Generator<void, Set<Post>> {
  const found = new Set<Post>();
  const same = new Map<Person, Person>();
  const isSame = (a: Person, b: Person) => {
    if (same.get(a) === b) return true;
    if (!samePerson(a, b)) return false;
    same.set(a, b);
    return true;
  };
  for (const [index, post] of posts.entries()) {
    for (const name of post.author) {
      const spelling = displayName(name);
      if (!isSame(before.personOf(name, post, spelling), now.personOf(name, post, spelling))) found.add(post);
    }
    if (index % few === 0) yield;
  }
  return found;
}

function samePerson(a: Person, b: Person): boolean {
  return (
    a.key === b.key &&
    a.label === b.label &&
    a.order === b.order &&
    a.spellings.size === b.spellings.size &&
    [...a.spellings].every(([key, why]) => b.spellings.has(key) && sameValue(why, b.spellings.get(key)))
  );
}

/** Whether posts say what they said before of who their authors are: topics and notes tell nobody apart. */
export function saySameOfAuthors(before: ReadonlySet<Post>, now: ReadonlySet<Post>): boolean {
  const byId = new Map(Array.from(before, post => [post.id, said(post)]));
  return byId.size === now.size && [...now].every(post => sameValue(said(post), byId.get(post.id)));
}

function said({ author, title, provisional, containerTitle, url, issued, persons }: Post) {
  return { author, title, provisional, containerTitle, url, year: issued?.year, persons };
}
