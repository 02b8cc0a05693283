import * as vscode from 'vscode';
import type { Post } from '../../../core/post';
import { sameValue } from '../../../core/sameValue';
import type { OpenLibrary } from '../../library/openLibrary';
import { saving } from '../../library/saving';
import { setContext } from '../../setContext';

/** Edits that can be taken back. */
const mostEdits = 50;

/** An edit of a library: its posts before and after, by the key after it. */
export interface Edit {
  readonly library: string;
  readonly posts: ReadonlyMap<string, { readonly before: Post; readonly after: Post }>;
}

/** Changes posts of the library by hand; the latest changes can be undone one after the other. */
export class PostEdits {
  #edits: readonly Edit[] = [];

  constructor(private readonly library: OpenLibrary) {}

  /** The latest edit of this library that was not undone. */
  get latest(): Edit | undefined {
    return this.#edits.filter(({ library }) => library === String(this.library.uri)).at(-1);
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

  /**
   * A post that was changed since stays as it is now, as does one whose key before is that of another post by now. Where
   * that leaves nothing to undo, it is told.
   */
  async undo(edit = this.latest): Promise<void> {
    if (!edit || edit.library !== String(this.library.uri) || !this.#edits.includes(edit)) return;
    let back = 0;
    const isSaved = await saving(this.library, posts => {
      back = 0;
      const keys = new Set(posts.map(({ id }) => id));
      return posts.map(post => {
        const made = edit.posts.get(post.id);
        if (!made || !sameValue(made.after, post)) return post;
        const { before } = made;
        if (before.id !== post.id && keys.has(before.id)) return post;
        back++;
        return before;
      });
    });
    if (!isSaved) return;
    this.#set(this.#edits.filter(other => other !== edit));
    if (back === 0)
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Nothing was undone: the post was changed since.'),
      );
  }

  #set(edits: readonly Edit[]): void {
    this.#edits = edits;
    setContext('byline.canUndoEdit', edits.length > 0);
  }
}
