import type { Post } from '../../core/post';
import { gatherValues, type OperatorValues } from '../../core/search/operatorValues';
import { runSliced } from '../../core/sliced';
import type { PostSearch } from '../library/postSearch';

const known = new WeakMap<PostSearch, LibraryValues>();

/** The values of a library that operators can be completed with; all pickers share them. */
export function valuesOf(search: PostSearch): LibraryValues {
  const values = known.get(search) ?? new LibraryValues(search);
  known.set(search, values);
  return values;
}

class LibraryValues {
  #of: readonly Post[] | undefined;
  #gathering = Promise.resolve();
  #current: OperatorValues | undefined;

  constructor(readonly search: PostSearch) {}

  /** Those last gathered: of the library as it was then. `undefined` before the first time. */
  get current(): OperatorValues | undefined {
    return this.#current;
  }

  /** Gathers them in the background, unless the posts are still the same; resolves when they are up to date. */
  gather(): Promise<void> {
    const { posts } = this.search.library;
    if (this.#of !== posts) {
      this.#of = posts;
      this.#gathering = this.#gather(this.#of);
    }
    return this.#gathering;
  }

  async #gather(posts: readonly Post[]): Promise<void> {
    const values = await runSliced(gatherValues(posts, this.search));
    if (posts === this.#of) {
      this.#current = values;
    }
  }
}
