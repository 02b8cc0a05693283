import * as vscode from 'vscode';
import { parseCslJson } from '../../core/formats/cslJson';
import type { LastEditor } from '../lastEditor';
import type { OpenLibrary } from '../library/openLibrary';
import { topicFiller } from '../library/topics';
import type { AddPosts } from './addPosts';
import type { PageText } from './pageSource';

/** The commands that bring posts of a page or file into the library once. */
export function registerAddPosts(
  library: OpenLibrary,
  addPosts: AddPosts,
  lastEditor: LastEditor,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('byline.addPostsFromPage', async (page?: PageText) => {
      const { postsOfPage } = await import('./postsOfPage');
      const chosen = await postsOfPage(isPage(page) ? page : undefined, library, lastEditor, topicFiller);
      if (chosen?.length) {
        await addPosts.add(chosen);
      }
    }),
    vscode.commands.registerCommand('byline.addSamplePosts', async () => {
      const uri = vscode.Uri.joinPath(extensionUri, 'media', 'sample-library.json');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      await addPosts.add(parseCslJson(text, uri.path).posts);
    }),
  );
}

function isPage(value: unknown): value is PageText {
  return typeof (value as PageText | undefined)?.text === 'string';
}
