import * as vscode from 'vscode';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import type { Sources } from '../sources/sources';
import type { PostsView } from '../views/postsView';

/** What exporting works with. */
export interface ExportContext {
  readonly library: OpenLibrary;
  readonly search: PostSearch;
  readonly sources: Sources;
  readonly view: Pick<PostsView, 'query' | 'persons'>;
  /** The user's own folder, where a host has one. */
  readonly home: vscode.Uri | undefined;
}

export function registerExport(context: ExportContext): vscode.Disposable {
  return vscode.commands.registerCommand('byline.exportPosts', async (...args) =>
    (await import('../forOthers')).exportPosts(context, args),
  );
}
