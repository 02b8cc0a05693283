import type { Post } from '../core/post';
import { sameValue } from '../core/sameValue';
import { runSliced } from '../core/sliced';
import { settings } from './settings';
import { topicFiller } from './topics';

/**
 * Topics for showing only, of posts that a colleague or another program wrote into the file: spellings of one topic
 * are joined, and a post that names none gets some.
 */
export class ShownTopics {
  /** By the post as it stands in the file; those that are shown as they are, are not in it. */
  readonly #better = new Map<Post, Post>();

  /** Those of the posts whose topics are to be looked at. */
  lacking(posts: readonly Post[]): readonly Post[] {
    const custom = settings().topics;
    return custom.length > 0 ? posts : posts.filter(({ inferred }) => !inferred?.length);
  }

  async fillIn(posts: readonly Post[]): Promise<void> {
    if (posts.length > 0) {
      await runSliced(this.#filling(posts, await topicFiller()));
    }
  }

  forget(posts: readonly Post[]): void {
    for (const post of posts) this.#better.delete(post);
  }

  *shown(posts: readonly Post[]): Generator<void, readonly Post[]> {
    if (this.#better.size === 0) return posts;
    const shown: Post[] = [];
    for (const post of posts) {
      shown.push(this.#better.get(post) ?? post);
      yield;
    }
    return shown;
  }

  *#filling(posts: readonly Post[], fillIn: (post: Post) => Post): Generator<void> {
    for (const post of posts) {
      const better = fillIn(post);
      if (!sameValue(better.keywords, post.keywords)) this.#better.set(post, better);
      yield;
    }
  }
}
