import * as vscode from 'vscode';
import type { Addition } from '../../core/library/library';
import type { Post, PostRecord } from '../../core/post';
import type { OpenLibrary } from '../library/openLibrary';
import { saving } from '../library/saving';
import { setContext } from '../setContext';

const { l10n } = vscode;

/** What an addition came to, without the whole library, which would stay in memory for as long as it can be undone. */
type Made = Omit<Addition, 'posts'>;

/** Adds records to the library and says so; the latest addition can be undone. */
export class AddPosts implements vscode.Disposable {
  /** Takes the latest addition back. */
  #undo: (() => Promise<void>) | undefined;
  readonly #command: vscode.Disposable;

  /** @param reveal shows a post in the tree. */
  constructor(
    private readonly library: OpenLibrary,
    private readonly reveal: (post: Post) => Promise<void>,
  ) {
    this.#command = vscode.commands.registerCommand('byline.undoAddPosts', () => this.#undo?.());
  }

  async add(records: readonly PostRecord[]): Promise<void> {
    const { library } = this;
    const { adding, undoAddition } = await import('./postsOfPage');
    const { uri } = library;
    let made: Made | undefined;
    const saved = await saving(library, function* (all) {
      const { posts, ...rest } = yield* adding(all, records);
      made = rest;
      return posts;
    });
    if (!saved || !made) {
      return;
    }
    const addition = made;
    const takeBack = async () => {
      const isSame = library.uri.toString() === uri.toString();
      const isUndone = isSame && (await saving(library, posts => undoAddition(posts, addition)));
      if (isUndone && this.#undo === takeBack) {
        this.#setUndo(undefined);
      }
    };
    this.#setUndo(takeBack);
    this.#announce(addition, takeBack);
  }

  dispose(): void {
    this.#command.dispose();
  }

  #setUndo(next: (() => Promise<void>) | undefined): void {
    this.#undo = next;
    setContext('byline.canUndoAdd', next !== undefined);
  }

  #announce({ added, enriched, known }: Made, undo: () => Promise<void>): void {
    const [first, ...others] = [...added, ...enriched, ...known];
    void (first && others.length === 0
      ? this.reveal(first)
      : vscode.commands.executeCommand('byline.posts.focus'));
    const text = [
      added.length === 1 ? l10n.t('Added 1 post.') : l10n.t('Added {0} posts.', added.length),
      ...(enriched.length ? [l10n.t('{0} were there and now know more.', enriched.length)] : []),
      ...(known.length ? [l10n.t('{0} were there already.', known.length)] : []),
    ].join(' ');
    const undoLabel = l10n.t('Undo');
    void vscode.window.showInformationMessage(text, undoLabel).then(choice => {
      if (choice === undoLabel) {
        void undo();
      }
    });
  }
}
