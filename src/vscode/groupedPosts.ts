import type { Grouping } from '../core/grouping';
import type { Persons } from '../core/persons';
import type { Post } from '../core/post';
import { changing } from '../core/regrouping';
import { runSliced } from '../core/sliced';
import { ShownPosts } from './shownPosts';

/** From so many changed posts on, grouping all of them anew is as quick. */
const manyChanges = 500;

/** All posts in their groups, kept in step in slices: worked out anew only as far as the posts change. */
export class GroupedPosts {
  #grouped: ShownPosts | undefined;
  #current:
    | { readonly posts: readonly Post[]; readonly by: string; readonly found: Promise<ShownPosts> }
    | undefined;
  #persons: { readonly posts: readonly Post[]; readonly found: Promise<Persons> } | undefined;
  /** The posts from which the persons of `#grouped` were found. */
  #personsFrom: readonly Post[] | undefined;
  #overtaken = new AbortController();

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
    if (!groupBy.includes('author') || this.#personsFrom === posts) {
      return undefined;
    }
    const persons = await this.#personsOf(posts, this.#overtaken.signal);
    const shown = await this.of(posts, groupBy);
    const same = { come: new Set<Post>(), gone: new Set<Post>() };
    const steps = ShownPosts.create(posts, groupBy, persons, { shown, change: same });
    const found = await runSliced(steps, { signal });
    this.#current = { posts, by: groupBy.join(), found: Promise.resolve(found) };
    this.#grouped = found;
    this.#personsFrom = posts;
    return found;
  }

  async #group(
    posts: readonly Post[],
    groupBy: readonly Grouping[],
    signal: AbortSignal,
  ): Promise<ShownPosts> {
    const shown = this.#grouped;
    const change = shown && (await runSliced(changing(shown.posts, posts, manyChanges), { signal }));
    const needed = groupBy.includes('author') && !(change && shown?.persons);
    const persons = needed ? await this.#personsOf(posts, signal) : shown?.persons;
    const steps = ShownPosts.create(posts, groupBy, persons, change && { shown, change });
    this.#grouped = await runSliced(steps, { signal });
    this.#personsFrom = needed ? posts : this.#personsFrom;
    return this.#grouped;
  }

  #personsOf(posts: readonly Post[], signal: AbortSignal): Promise<Persons> {
    if (this.#persons?.posts !== posts) {
      const found = import('../core/persons').then(({ createPersons }) =>
        runSliced(createPersons(posts), { signal }),
      );
      const persons = { posts, found };
      this.#persons = persons;
      found.catch(() => {
        if (this.#persons === persons) this.#persons = undefined;
      });
    }
    return this.#persons.found;
  }
}
