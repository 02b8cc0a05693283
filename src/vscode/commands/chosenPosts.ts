import * as vscode from 'vscode';
import type { Post } from '../../core/post';
import type { OpenLibrary } from '../library/openLibrary';

/** Which posts a command is about. */
export interface ChosenPosts {
  /**
   * Those it is called on: rows of the Posts view (VS Code passes the row clicked, then all that are selected), or
   * posts named by id (`{ id }`, for callers from outside). None when it is called on nothing.
   */
  calledOn(args: readonly unknown[]): Promise<readonly Post[]>;
  /** Those it is called on; called on nothing, as from a key, those selected in the Posts view. */
  calledOnOrSelected(args: readonly unknown[]): Promise<readonly Post[]>;
  /** The one in the details view. */
  shown(): Post | undefined;
}

export function chosenPosts(
  library: OpenLibrary,
  view: { readonly selection: readonly Post[] },
  details: { readonly post: Post | undefined },
): ChosenPosts {
  const calledOn = async ([clicked, all]: readonly unknown[]) => {
    // A menu of the editor calls on the document.
    if (clicked === undefined || clicked instanceof vscode.Uri) {
      return [];
    }
    await library.load();
    const rows = Array.isArray(all) && all.length ? all : [clicked];
    const ids = rows.map(row => {
      const { post, id } = (row ?? {}) as { post?: Post; id?: string };
      return post?.id ?? id ?? '';
    });
    return [...new Set(ids)].flatMap(id => library.post(id) ?? []);
  };
  return {
    calledOn,
    calledOnOrSelected: async args => (args.length ? calledOn(args) : view.selection),
    shown: () => details.post,
  };
}
