import type { Post } from '../core/post';
import { sameValue } from '../core/sameValue';
import { runSliced } from '../core/sliced';
import type { Cache } from './cache';
import { settings } from './settings';
import { topicFiller } from './topics';

/**
 * Topics for showing only, of posts that a colleague or another program wrote into the file: spellings of one topic
 * are joined, and a post that names none gets some.
 */
export class ShownTopics {
  /** By the post as it stands in the file; those that are shown as they are, are not in it. */
  readonly #better = new Map<Post, Post>();
  /** What the file in the cache was written for. */
  #kept: string | undefined;

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

  /**
   * Fills in what `keep` kept for these posts.
   * @param state a text that is another one whenever posts, settings or topics known to Byline are.
   * @returns false when nothing was kept for this state.
   */
  async recall(posts: readonly Post[], cache: Cache, name: string, state: string): Promise<boolean> {
    const bytes = await cache.read(name);
    return bytes !== undefined && runSliced(this.#recalling(posts, new TextDecoder().decode(bytes), state));
  }

  async keep(cache: Cache, name: string, state: string): Promise<void> {
    if (state !== this.#kept) {
      this.#kept = state;
      await cache.write(name, new TextEncoder().encode(await runSliced(this.#keeping(state))));
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

  /** A line with the state and how many lines follow, then one for each post. */
  *#keeping(state: string): Generator<void, string> {
    const lines = [JSON.stringify([state, this.#better.size])];
    for (const { id, keywords, inferred } of this.#better.values()) {
      lines.push(JSON.stringify([id, keywords, inferred]));
      yield;
    }
    return lines.join('\n');
  }

  *#recalling(posts: readonly Post[], file: string, state: string): Generator<void, boolean> {
    const [head, ...lines] = file.split('\n');
    if (head !== JSON.stringify([state, lines.length])) {
      return false; // for another state, or cut short
    }
    const byId = new Map<string, Post>();
    for (const post of posts) {
      byId.set(post.id, post);
      yield;
    }
    for (const line of lines) {
      try {
        const [id, keywords, inferred] = JSON.parse(line);
        const { inferred: _, ...post } = byId.get(id)!;
        this.#better.set(byId.get(id)!, { ...post, keywords, ...(inferred && { inferred }) });
      } catch {
        return false;
      }
      yield;
    }
    this.#kept = state;
    return true;
  }
}
