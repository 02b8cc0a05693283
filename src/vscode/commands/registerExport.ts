import * as vscode from 'vscode';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import type { Sources } from '../sources/sources';
import type { PostsView } from '../views/postsView';

/** What exporting works with. */
export interface ExportContext {
  readonly library: OpenLibrary;
  readonly search: PostSearch;
  readonly known: KnownLibrary;
  readonly sources: Sources;
  readonly view: Pick<PostsView, 'query' | 'persons'>;
  /** The user's own folder, where a host has one. */
  readonly home: vscode.Uri | undefined;
}

export function registerExport(context: ExportContext): vscode.Disposable {
  return vscode.Disposable.from(
    // From the menu of the view's title it is called on the row in focus, which it is not about.
    vscode.commands.registerCommand('byline.exportPosts', async given =>
      (await import('../forOthers')).exportPosts(context, given),
    ),
    vscode.commands.registerCommand('byline.exportSelectedPosts', async (...rows) =>
      (await import('../forOthers')).exportRows(context, rows),
    ),
  );
}
