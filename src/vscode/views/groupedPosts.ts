import { type Group, type Grouping, grouping } from '../../core/grouping/grouping';
import { changing } from '../../core/grouping/regrouping';
import type { Persons } from '../../core/persons';
import { saySameOfAuthors } from '../../core/persons/otherPersons';
import type { Post } from '../../core/post';
import { runSliced } from '../../core/sliced';
import { PersonsOfPosts } from '../library/personsOfPosts';
import { ShownPosts } from './shownPosts';

/** From so many changed posts on, grouping all of them anew is as quick. */
const manyChanges = 500;

/** All posts in their groups, kept in step in slices: worked out anew only as far as the posts change. */
export class GroupedPosts {
  readonly #persons = new PersonsOfPosts();
  #grouped: ShownPosts | undefined;
  #current:
    | { readonly posts: readonly Post[]; readonly by: string; readonly found: Promise<ShownPosts> }
    | undefined;
  #overtaken = new AbortController();
  /** Groups of posts by what the view does not group them by. */
  #apart:
    | { readonly posts: readonly Post[]; readonly groups: Map<Grouping, Promise<readonly Group[]>> }
    | undefined;

  /**
   * Grouped once, for as long as no others are asked for; rejects when they are meanwhile. After a small change,
   * authors are told apart as before it: `refined` gives the rest.
   */
  of(posts: readonly Post[], groupBy: readonly Grouping[]): Promise<ShownPosts> {
    const by = groupBy.join();
    if (this.#current?.posts !== posts || this.#current.by !== by) {
      this.#overtaken.abort();
      this.#overtaken = new AbortController();
      const found = this.#group(posts, groupBy, this.#overtaken.signal);
      found.catch(() => {}); // those who wait for it are told
      this.#current = { posts, by, found };
    }
    return this.#current.found;
  }

  /** The same with authors told apart by these very posts; `undefined` where they are already. */
  async refined(
    posts: readonly Post[],
    groupBy: readonly Grouping[],
    signal: AbortSignal,
  ): Promise<ShownPosts | undefined> {
    if (!groupBy.includes('author')) {
      return undefined;
    }
    const persons = await this.persons(posts);
    signal.throwIfAborted();
    const shown = await this.of(posts, groupBy);
    if (shown.persons === persons) {
      return undefined;
    }
    const found = await runSliced(shown.signedBy(persons), { signal });
    signal.throwIfAborted();
    this.#current = { posts, by: groupBy.join(), found: Promise.resolve(found) };
    this.#grouped = found;
    return found;
  }

  /** All of these posts by something: as they are shown, else grouped for this alone; rejects when others are grouped meanwhile. */
  async groupsBy(
    by: Grouping,
    posts: readonly Post[],
    groupBy: readonly Grouping[],
  ): Promise<readonly Group[]> {
    const groups = (await this.of(posts, groupBy)).groupsBy(by);
    if (groups) return groups;
    if (this.#apart?.posts !== posts) this.#apart = { posts, groups: new Map() };
    const apart = this.#apart.groups.get(by) ?? runSliced(grouping(posts, by));
    this.#apart.groups.set(by, apart);
    return apart;
  }

  /** Who is who among the authors of these posts; rejects when others are grouped meanwhile. */
  persons(posts: readonly Post[]): Promise<Persons> {
    return this.#persons.of(posts);
  }

  async #group(
    posts: readonly Post[],
    groupBy: readonly Grouping[],
    signal: AbortSignal,
  ): Promise<ShownPosts> {
    const shown = this.#grouped;
    const change = shown && (await runSliced(changing(shown.posts, posts, manyChanges), { signal }));
    if (change && saySameOfAuthors(change.gone, change.come)) {
      this.#persons.keep(shown.posts, posts);
    }
    const needed = groupBy.includes('author') && !(change && shown?.persons);
    const persons = needed ? await this.persons(posts) : shown?.persons;
    const steps = ShownPosts.create(posts, groupBy, persons, change && { shown, change });
    const grouped = await runSliced(steps, { signal });
    signal.throwIfAborted();
    this.#grouped = grouped;
    return grouped;
  }
}
