import * as vscode from 'vscode';
import type { Post } from '../../core/post';
import { sameValue } from '../../core/sameValue';
import type { OpenLibrary } from '../library/openLibrary';
import { saving } from '../library/saving';
import { setContext } from '../setContext';

/** Edits that can be taken back. */
const mostEdits = 50;

/** An edit of a library: its posts before and after, by the key after it. */
interface Edit {
  readonly library: string;
  readonly posts: ReadonlyMap<string, { readonly before: Post; readonly after: Post }>;
}

/** Changes posts of the library by hand; the latest changes can be undone one after the other. */
export class PostEdits implements vscode.Disposable {
  #edits: Edit[] = [];
  readonly #command: vscode.Disposable;

  constructor(private readonly library: OpenLibrary) {
    this.#command = vscode.commands.registerCommand('byline.undoEdit', () => this.undo());
  }

  /** By the posts' keys. @returns whether it was saved */
  async change(changes: ReadonlyMap<string, (post: Post) => Post>): Promise<boolean> {
    let made = new Map<string, { before: Post; after: Post }>();
    const isSaved = await saving(this.library, posts => {
      made = new Map();
      const isTaken = (key: string) => posts.some(({ id }) => id === key);
      return posts.map(before => {
        const after = changes.get(before.id)?.(before) ?? before;
        if (after === before || (after.id !== before.id && isTaken(after.id))) return before;
        made.set(after.id, { before, after });
        return after;
      });
    });
    if (isSaved && made.size > 0)
      this.#set([...this.#edits, { library: String(this.library.uri), posts: made }].slice(-mostEdits));
    return isSaved;
  }

  /** A post that was changed since stays as it is now. */
  async undo(): Promise<void> {
    const edit = this.#edits.at(-1);
    if (!edit || edit.library !== String(this.library.uri)) return;
    const isSaved = await saving(this.library, posts =>
      posts.map(post => {
        const made = edit.posts.get(post.id);
        return made && sameValue(made.after, post) ? made.before : post;
      }),
    );
    if (isSaved) this.#set(this.#edits.filter(other => other !== edit));
  }

  dispose(): void {
    this.#command.dispose();
  }

  #set(edits: Edit[]): void {
    this.#edits = edits;
    setContext('byline.canUndoEdit', edits.length > 0);
  }
}
