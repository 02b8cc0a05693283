import * as vscode from 'vscode';
import type { Post, PostRecord } from '../../../core/post';
import type { OpenLibrary } from '../../library/openLibrary';
import { setContext } from '../../setContext';

/** Adds records to the library and says so; the latest addition can be undone. */
export class AddPosts implements vscode.Disposable {
  /** Takes the latest addition back. */
  #undo: (() => Promise<void>) | undefined;
  readonly #command: vscode.Disposable;

  /** @param reveal shows a post in the tree. */
  constructor(
    readonly library: OpenLibrary,
    readonly reveal: (post: Post) => Promise<void>,
  ) {
    this.#command = vscode.commands.registerCommand('byline.undoAddPosts', () => this.#undo?.());
  }

  /** Resolves when the posts are in the library and shown. */
  async add(records: readonly PostRecord[]): Promise<void> {
    const { addToLibrary } = await import('./postsOfPage');
    await addToLibrary(this, records);
  }

  /** What takes the latest addition back. */
  get undo(): (() => Promise<void>) | undefined {
    return this.#undo;
  }

  set undo(next) {
    this.#undo = next;
    setContext('byline.canUndoAdd', next !== undefined);
  }

  dispose(): void {
    this.#command.dispose();
  }
}
