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
  #persons: { readonly posts: readonly Post[]; readonly found: Promise<Persons> } | undefined;
  #overtaken = new AbortController();
  /** The posts from which the persons of `#grouped` were found. */
  #personsFrom: readonly Post[] | undefined;

  /** After a small change, authors are told apart as before it: `refined` gives the rest. */
  async of(posts: readonly Post[], groupBy: readonly Grouping[], signal: AbortSignal): Promise<ShownPosts> {
    const shown = this.#grouped;
    const change = shown && (await runSliced(changing(shown.posts, posts, manyChanges), { signal }));
    const needed = groupBy.includes('author') && !(change && shown?.persons);
    const persons = needed ? await this.#personsOf(posts) : shown?.persons;
    const steps = ShownPosts.create(posts, groupBy, persons, change && { shown, change });
    this.#grouped = await runSliced(steps, { signal });
    this.#personsFrom = needed ? posts : this.#personsFrom;
    return this.#grouped;
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
    const persons = await this.#personsOf(posts);
    const shown = await this.of(posts, groupBy, signal);
    const same = { come: new Set<Post>(), gone: new Set<Post>() };
    const steps = ShownPosts.create(posts, groupBy, persons, { shown, change: same });
    this.#grouped = await runSliced(steps, { signal });
    this.#personsFrom = posts;
    return this.#grouped;
  }

  /** Found once for the same posts; no longer looked for when others take their place. */
  #personsOf(posts: readonly Post[]): Promise<Persons> {
    if (this.#persons?.posts !== posts) {
      this.#overtaken.abort();
      this.#overtaken = new AbortController();
      const { signal } = this.#overtaken;
      const found = import('../core/persons').then(({ createPersons }) =>
        runSliced(createPersons(posts), { signal }),
      );
      found.catch(() => {}); // those who wait for it are told
      this.#persons = { posts, found };
    }
    return this.#persons.found;
  }
}
