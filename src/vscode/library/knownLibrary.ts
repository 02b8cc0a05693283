import type * as vscode from 'vscode';
import type { KnownPosts } from '../../core/document';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from './openLibrary';

/** Which posts of the library a citation means. Made when somebody asks, and from then on in step with the library. */
export class KnownLibrary implements vscode.Disposable {
  #known: KnownPosts | undefined;
  #isStale = true;
  #running: Promise<KnownPosts> | undefined;
  readonly #listener: vscode.Disposable;

  constructor(private readonly library: OpenLibrary) {
    this.#listener = library.onDidChange(() => (this.#isStale = true));
  }

  /** As they are by the time it resolves. */
  async load(): Promise<KnownPosts> {
    await this.library.load();
    if (this.#known && !this.#isStale) return this.#known;
    this.#running ??= this.#catchUp();
    try {
      return await this.#running;
    } finally {
      this.#running = undefined;
    }
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async #catchUp(): Promise<KnownPosts> {
    const { KnownPosts } = await import('../../core/document');
    const known = this.#known ?? new KnownPosts();
    while (this.#isStale) {
      this.#isStale = false;
      await runSliced(known.setPosts(this.library.posts));
    }
    this.#known = known;
    return known;
  }
}
