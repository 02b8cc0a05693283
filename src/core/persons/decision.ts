import { displayName } from '../name';
import type { Post, PostRecord } from '../post';
import type { Persons } from './persons';
import { spellingsOf } from './spellingsOf';

/** The person that a post says one of its names is, by hand: the key of a person; `undefined` when it doesn't say. */
export function decisionOf({ persons }: PostRecord, spelling: string): string | undefined {
  return persons && Object.hasOwn(persons, spelling) ? persons[spelling] : undefined;
}

/**
 * In small steps: the posts, with everything signed by one of `others` decided to be the person `key`. Undone by `splitSpelling`.
 * @param key and `others` are keys of persons.
 */
export function mergePersons(
  posts: readonly Post[],
  persons: Persons,
  key: string,
  others: readonly string[],
): Generator<void, readonly Post[]> {
  const merged = new Set(others.filter(other => other !== key));
  return deciding(posts, persons, person => (merged.has(person) ? key : undefined));
}

/**
 * In small steps: the posts, with one spelling of a person decided to be a person of its own. Undone by `mergePersons`.
 * @param key of the person.
 */
export function* splitSpelling(
  posts: readonly Post[],
  persons: Persons,
  key: string,
  spelling: string,
): Generator<void, readonly Post[]> {
  const rest = yield* spellingsOf(posts, persons, key);
  rest.delete(spelling);
  const [another] = rest;
  return yield* deciding(posts, persons, (person, own, decided) => {
    if (person !== key) return undefined;
    // What was said to be this spelling by hand stays with the others.
    return own === spelling ? spelling : decided === spelling ? another : undefined;
  });
}

/** Posts that are looked at in one step. */
const few = 100;

/** The posts with what `decide` says about their names; it is asked for the name's person, spelling and decision. */
function* deciding(
  posts: readonly Post[],
  persons: Persons,
  decide: (person: string, spelling: string, decided: string | undefined) => string | undefined,
): Generator<void, readonly Post[]> {
  const changed: Post[] = [];
  for (const [index, post] of posts.entries()) {
    const news = post.author.flatMap(name => {
      const spelling = displayName(name);
      const decided = decisionOf(post, spelling);
      const decision = decide(persons.personOf(name, post).key, spelling, decided);
      return decision === undefined || decision === decided ? [] : [[spelling, decision] as const];
    });
    changed.push(news.length ? { ...post, persons: { ...post.persons, ...Object.fromEntries(news) } } : post);
    if (index % few === 0) yield;
  }
  return changed;
}
