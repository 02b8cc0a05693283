import type * as vscode from 'vscode';
import type { KnownPosts, PostsFollower } from '../../core/document';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from './openLibrary';

/** Which posts of the library a citation means. Made when somebody asks, and from then on in step with the library. */
export class KnownLibrary implements vscode.Disposable {
  #known: KnownPosts | undefined;
  #isStale = true;
  #running: Promise<KnownPosts> | undefined;
  readonly #followers: PostsFollower[] = [];
  readonly #listener: vscode.Disposable;

  constructor(private readonly library: OpenLibrary) {
    this.#listener = library.onDidChange(() => (this.#isStale = true));
  }

  /** As they are by the time it resolves. */
  async load(): Promise<KnownPosts> {
    await this.library.load();
    if (this.#known && !this.#isStale && !this.#running) return this.#known;
    this.#running ??= this.#catchUp().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Lets somebody hear of the posts that come and go from now on; loads none. */
  async follow<T extends PostsFollower>(make: (known: KnownPosts) => T): Promise<T> {
    const follower = make(await this.#posts());
    this.#followers.push(follower);
    return follower;
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async #posts(): Promise<KnownPosts> {
    const { KnownPosts } = await import('../../core/document');
    this.#known ??= new KnownPosts();
    return this.#known;
  }

  async #catchUp(): Promise<KnownPosts> {
    const known = await this.#posts();
    const all: PostsFollower = {
      added: (post, targets) => {
        for (const follower of this.#followers) follower.added(post, targets);
      },
      removed: post => {
        for (const follower of this.#followers) follower.removed(post);
      },
    };
    while (this.#isStale) {
      this.#isStale = false;
      await runSliced(known.setPosts(this.library.posts, all));
    }
    return known;
  }
}
