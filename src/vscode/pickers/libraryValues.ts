import type { Post } from '../../core/post';
import { gatherValues, type OperatorValues } from '../../core/search/operatorValues';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from '../library/openLibrary';

const known = new WeakMap<OpenLibrary, LibraryValues>();

/** The values of a library that operators can be completed with; all pickers share them. */
export function valuesOf(library: OpenLibrary): LibraryValues {
  const values = known.get(library) ?? new LibraryValues(library);
  known.set(library, values);
  return values;
}

class LibraryValues {
  #of: readonly Post[] | undefined;
  #gathering = Promise.resolve();
  #current: OperatorValues | undefined;

  constructor(readonly library: OpenLibrary) {}

  /** Those last gathered: of the library as it was then. `undefined` before the first time. */
  get current(): OperatorValues | undefined {
    return this.#current;
  }

  /** Gathers them in the background, unless the posts are still the same; resolves when they are up to date. */
  gather(): Promise<void> {
    if (this.#of !== this.library.posts) {
      this.#of = this.library.posts;
      this.#gathering = this.#gather(this.#of);
    }
    return this.#gathering;
  }

  async #gather(posts: readonly Post[]): Promise<void> {
    const values = await runSliced(gatherValues(posts));
    if (posts === this.#of) {
      this.#current = values;
    }
  }
}
