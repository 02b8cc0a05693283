import * as vscode from 'vscode';
import type { Group } from '../core/grouping';
import type { OpenLibrary } from './openLibrary';
import type { PostsRow } from './postsRow';

/** The commands that say which spellings are one author; called on rows of the Posts view. */
export function registerAuthors(library: OpenLibrary): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('byline.mergeAuthors', async (...args) => {
      const [{ mergeAuthors }] = await Promise.all([import('./authors'), library.load()]);
      await mergeAuthors(library, authorsOf(args));
    }),
    vscode.commands.registerCommand('byline.splitOffSpelling', async (...args) => {
      const [group] = authorsOf(args);
      if (group) {
        const [{ splitOffSpelling }] = await Promise.all([import('./authors'), library.load()]);
        await splitOffSpelling(library, group);
      }
    }),
  );
}

/** The authors that a command is called on: VS Code passes the row clicked, then all that are selected. */
function authorsOf([clicked, all]: readonly unknown[]): Group[] {
  const rows = [clicked, ...(Array.isArray(all) ? all : [])] as (PostsRow | undefined)[];
  const groups = rows.flatMap(row =>
    row?.kind === 'group' && row.by === 'author' && row.group.key !== '' ? [row.group] : [],
  );
  return [...new Map(groups.map(group => [group.key, group])).values()];
}
