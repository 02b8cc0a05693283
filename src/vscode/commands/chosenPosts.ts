import * as vscode from 'vscode';
import type { Post } from '../../core/post';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';
import type { CommandArguments, CommandWithArguments } from './commandArguments';

/** Which posts a command is about. */
export interface ChosenPosts {
  /**
   * Those it is called on: rows of the Posts view (VS Code passes the row clicked, then all that are selected), or
   * posts named by key or address (`{ id }`, `{ ids }`, for callers from outside). None when it is called on nothing.
   * @throws Error that says which post there is not, of those that are named
   */
  calledOn(args: readonly unknown[]): Promise<readonly Post[]>;
  /** Those it is called on; called on nothing, as from a key, those selected in the Posts view. */
  calledOnOrSelected(args: readonly unknown[]): Promise<readonly Post[]>;
  /** The one in the details view. */
  shown(): Post | undefined;
}

export function chosenPosts(
  library: OpenLibrary,
  known: KnownLibrary,
  view: { readonly selection: readonly Post[] },
  details: { readonly post: Post | undefined },
): ChosenPosts {
  const calledOn = async ([clicked, all]: readonly unknown[]) => {
    // A menu of the editor calls on the document.
    if (clicked === undefined || clicked === null || clicked instanceof vscode.Uri) {
      return [];
    }
    await library.load();
    const rows: readonly unknown[] = Array.isArray(all) && all.length ? all : [clicked];
    if (typeof clicked !== 'object' || !isRow(clicked))
      return (await import('../forOthers')).namedPosts(rows, library, known);
    const ids = rows.map(row => (row as { readonly post?: Post }).post?.id ?? '');
    return [...new Set(ids)].flatMap(id => library.post(id) ?? []);
  };
  return {
    calledOn,
    calledOnOrSelected: async args => (args.length ? calledOn(args) : view.selection),
    shown: () => details.post,
  };
}

/** Rows of trees are of a kind or show a post; what others pass is plain JSON. */
export const isRow = (value: object): boolean => 'kind' in value || 'post' in value;

/**
 * What a keybinding or another extension passes a command; nothing where it is called on rows or on nothing.
 * @throws Error that says what is wrong with it
 */
export async function givenArguments<C extends CommandWithArguments>(
  command: C,
  [given]: readonly unknown[],
): Promise<CommandArguments<C>> {
  const isPlain =
    typeof given === 'object' && given !== null && !isRow(given) && !(given instanceof vscode.Uri);
  return isPlain ? (await import('../forOthers')).commandArguments(command, given) : {};
}
