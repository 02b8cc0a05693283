import * as vscode from 'vscode';
import type { LastEditor } from '../lastEditor';
import type { OpenLibrary } from '../library/openLibrary';
import { topicFiller } from '../library/topics';
import { setContext } from '../setContext';
import type { AddPosts } from './adding/addPosts';
import type { PageText } from './adding/pageSource';

/** The libraries that the sample posts were added to, as addresses, in the state of the extension. */
const withSample = 'byline.librariesWithSample';

/** The commands that bring posts of a page or file into the library once. */
export function registerAddPosts(
  library: OpenLibrary,
  addPosts: AddPosts,
  lastEditor: LastEditor,
  { extensionUri, globalState }: vscode.ExtensionContext,
): vscode.Disposable {
  const sampled = () => globalState.get<readonly string[]>(withSample, []);
  const show = () => setContext('byline.hasSamplePosts', sampled().includes(`${library.uri}`));
  const note = async (isThere: boolean) => {
    const others = sampled().filter(uri => uri !== `${library.uri}`);
    await globalState.update(withSample, isThere ? [...others, `${library.uri}`] : others);
    show();
  };

  return vscode.Disposable.from(
    library.onDidChange(show),
    vscode.commands.registerCommand('byline.addPostsFromPage', async (page?: PageText) => {
      const { postsOfPage } = await import('./adding/postsOfPage');
      const chosen = await postsOfPage(isPage(page) ? page : undefined, library, lastEditor, topicFiller);
      if (chosen?.length) {
        await addPosts.add(chosen);
      }
    }),
    vscode.commands.registerCommand('byline.addSamplePosts', async () => {
      const { samplePosts } = await import('./adding/postsOfPage');
      await addPosts.add(await samplePosts(extensionUri));
      await note(true);
    }),
    vscode.commands.registerCommand('byline.removeSamplePosts', async () => {
      const { removeSamplePosts } = await import('./adding/postsOfPage');
      if (await removeSamplePosts(library, extensionUri)) await note(false);
    }),
  );
}

function isPage(value: unknown): value is PageText {
  return typeof (value as PageText | undefined)?.text === 'string';
}
