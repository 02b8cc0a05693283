import * as vscode from 'vscode';
import type { Group } from '../../core/grouping/grouping';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostsRow } from '../views/postsRow';
import type { PostsView } from '../views/postsView';

/**
 * The commands that say which spellings are one author: of the rows of the Posts view that they are called on, called
 * on nothing, of those selected there.
 */
export function registerAuthors(library: OpenLibrary, view: PostsView): vscode.Disposable {
  const chosen = (args: readonly unknown[]) => authorsOf(args.length ? args : [undefined, view.rows]);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('byline.mergeAuthors', async (...args) => {
      const [{ mergeAuthors }] = await Promise.all([import('./authors'), library.load()]);
      await mergeAuthors(library, view.persons, chosen(args));
    }),
    vscode.commands.registerCommand('byline.splitOffSpelling', async (...args) => {
      const [{ splitOffSpelling }] = await Promise.all([import('./authors'), library.load()]);
      await splitOffSpelling(library, view.persons, chosen(args));
    }),
  );
}

/** The authors of rows as VS Code passes them: the row clicked, then all that are selected. */
function authorsOf([clicked, all]: readonly unknown[]): Group[] {
  const rows = [clicked, ...(Array.isArray(all) ? all : [])] as (PostsRow | undefined)[];
  const groups = rows.flatMap(row =>
    row?.kind === 'group' && row.by === 'author' && row.group.key !== '' ? [row.group] : [],
  );
  return [...new Map(groups.map(group => [group.key, group])).values()];
}
