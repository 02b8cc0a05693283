import type { Persons } from '../../core/persons';
import type { Post } from '../../core/post';
import { runSliced } from '../../core/sliced';

/** Who is who among the authors of the posts: found out in slices, once for a list of posts. */
export class PersonsOfPosts {
  #last: { posts: readonly Post[]; found: Promise<Persons>; overtaken: AbortController } | undefined;

  /** Rejects when it is asked for those of other posts before they are found. */
  of(posts: readonly Post[]): Promise<Persons> {
    if (this.#last?.posts !== posts) {
      this.#last?.overtaken.abort();
      const overtaken = new AbortController();
      const found = import('../../core/persons').then(({ createPersons }) =>
        runSliced(createPersons(posts), { signal: overtaken.signal }),
      );
      this.#last = { posts, found, overtaken };
      found.catch(() => {
        if (this.#last?.found === found) this.#last = undefined;
      });
    }
    return this.#last.found;
  }

  /** To be called when these posts have the same authors as the ones before. */
  keep(before: readonly Post[], posts: readonly Post[]): void {
    if (this.#last?.posts === before) this.#last.posts = posts;
  }
}
