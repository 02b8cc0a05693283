import * as vscode from 'vscode';
import { Shared } from '../../core/formats/shared';
import type { Post } from '../../core/post';
import { sameValue } from '../../core/sameValue';
import { runSliced } from '../../core/sliced';
import { settings } from '../settings';
import { type Cache, cacheName } from './cache';
import { topicFiller } from './topics';

/** Filling in the topics of more posts takes some time, so it goes on while they are shown, and is kept. */
const few = 1000;

/**
 * Topics for showing only, of posts that a colleague or another program wrote into the file: spellings of one topic
 * are joined, and a post that names none gets some.
 */
export class ShownTopics {
  /** By the post as it stands in the file; those that are shown as they are, are not in it. */
  readonly #better = new WeakMap<Post, Post>();
  /** The same, of those that took some time. */
  readonly #apart: WeakMap<Post, Post>[] = [];
  #isBetter = false;
  #isMuch = false;
  /** What the file in the cache was written for. */
  #kept: string | undefined;

  constructor(readonly cache: Cache) {}

  /**
   * Takes note of the posts that came to a library.
   * @param stamp of the library file.
   * @returns `filling` when there is much to do, which goes on; `keep`, for all posts, is for when it is done.
   */
  async follow(
    added: readonly Post[],
    library: vscode.Uri,
    stamp: string | undefined,
  ): Promise<{ filling?: Promise<void>; keep: (posts: readonly Post[]) => Promise<void> }> {
    const custom = settings().topics;
    const lacking = custom.length > 0 ? added : added.filter(({ inferred }) => !inferred?.length);
    const name = cacheName('topics', library);
    const state = stamp && stateOf(library, stamp);
    const keep = (posts: readonly Post[]) => this.#keep(posts, name, state);
    this.#isMuch ||= lacking.length > few;
    if (lacking.length <= few) {
      await this.#fillIn(lacking);
    } else if (!(await this.#recall(lacking, name, state))) {
      return { filling: this.#fillInApart(lacking), keep };
    }
    return { keep };
  }

  *shown(posts: readonly Post[]): Generator<void, readonly Post[]> {
    if (!this.#isBetter) return posts;
    const shown: Post[] = [];
    for (const post of posts) {
      shown.push(this.#betterOf(post) ?? post);
      yield;
    }
    return shown;
  }

  async #fillIn(posts: readonly Post[], better = this.#better): Promise<void> {
    if (posts.length > 0) {
      await runSliced(filling(posts, await topicFiller(), better));
      this.#isBetter = true;
    }
  }

  /** Shows nothing before all is done, so that the posts change once. */
  async #fillInApart(posts: readonly Post[]): Promise<void> {
    const apart = new WeakMap<Post, Post>();
    await this.#fillIn(posts, apart);
    this.#apart.push(apart);
  }

  #betterOf(post: Post): Post | undefined {
    return this.#better.get(post) ?? this.#apart.find(apart => apart.has(post))?.get(post);
  }

  /** Fills in what `#keep` kept for these posts; false when nothing was kept for this state. */
  async #recall(posts: readonly Post[], name: string, state: string | undefined): Promise<boolean> {
    const bytes = state && (await this.cache.read(name));
    return bytes ? runSliced(this.#recalling(posts, new TextDecoder().decode(bytes), state!)) : false;
  }

  async #keep(posts: readonly Post[], name: string, state: string | undefined): Promise<void> {
    if (state && state !== this.#kept && this.#isMuch) {
      this.#kept = state;
      await this.cache.write(name, new TextEncoder().encode(await runSliced(this.#keeping(posts, state))));
    }
  }

  #show(post: Post, better: Post): void {
    this.#better.set(post, better);
    this.#isBetter = true;
  }

  /** A line with the state and how many lines follow, then one for each post that is shown as a better one. */
  *#keeping(posts: readonly Post[], state: string): Generator<void, string> {
    const lines: string[] = [];
    for (const post of posts) {
      const better = this.#betterOf(post);
      if (better) lines.push(JSON.stringify([better.id, better.keywords, better.inferred]));
      yield;
    }
    lines.unshift(JSON.stringify([state, lines.length]));
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
    const shared = new Shared();
    for (const line of lines) {
      try {
        const [id, keywords, inferred] = JSON.parse(line);
        const { inferred: _, ...post } = byId.get(id)!;
        this.#show(byId.get(id)!, shared.post({ ...post, keywords, ...(inferred && { inferred }) }));
      } catch {
        return false;
      }
      yield;
    }
    this.#kept = state;
    return true;
  }
}

/** Changes whenever the posts, the settings or the topics that Byline knows do. */
function stateOf(library: vscode.Uri, stamp: string): string {
  const { version } = vscode.extensions.getExtension('byline.byline')?.packageJSON ?? {};
  return JSON.stringify([version, library.toString(), stamp, settings().topics]);
}

function* filling(
  posts: readonly Post[],
  fillIn: (post: Post) => Post,
  into: WeakMap<Post, Post>,
): Generator<void> {
  const shared = new Shared();
  for (const post of posts) {
    const better = fillIn(post);
    if (!sameValue(better.keywords, post.keywords)) into.set(post, shared.post(better));
    yield;
  }
}
