import * as vscode from 'vscode';
import { parseCslJson } from '../../core/formats/cslJson';
import type { Addition } from '../../core/library/library';
import type { Post, PostRecord } from '../../core/post';
import type { LastEditor } from '../lastEditor';
import type { OpenLibrary } from '../library/openLibrary';
import { saving } from '../library/saving';
import { topicFiller } from '../library/topics';
import { setContext } from '../setContext';
import type { PageText } from './pageSource';

const { l10n } = vscode;

/** What an addition came to, without the whole library, which would stay in memory for as long as it can be undone. */
type Made = Omit<Addition, 'posts'>;

/** The commands that bring posts into the library. `reveal` shows a post in the tree. */
export function registerAddPosts(
  library: OpenLibrary,
  lastEditor: LastEditor,
  extensionUri: vscode.Uri,
  reveal: (post: Post) => Promise<void>,
): vscode.Disposable {
  /** Takes the latest addition back. */
  let undo: (() => Promise<void>) | undefined;

  function setUndo(next: typeof undo): void {
    undo = next;
    setContext('byline.canUndoAdd', next !== undefined);
  }

  async function add(records: readonly PostRecord[]): Promise<void> {
    const { adding, undoAddition } = await import('./postsOfPage');
    const { uri } = library;
    let made: Made | undefined;
    const saved = await saving(library, function* (all) {
      const { posts, ...rest } = yield* adding(all, records);
      made = rest;
      return posts;
    });
    if (!saved || !made) {
      return;
    }
    const addition = made;
    const takeBack = async () => {
      const isSame = library.uri.toString() === uri.toString();
      if (isSame && (await saving(library, posts => undoAddition(posts, addition))) && undo === takeBack) {
        setUndo(undefined);
      }
    };
    setUndo(takeBack);
    announce(addition, reveal, takeBack);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('byline.addPostsFromPage', async (page?: PageText) => {
      const { postsOfPage } = await import('./postsOfPage');
      const chosen = await postsOfPage(isPage(page) ? page : undefined, library, lastEditor, topicFiller);
      if (chosen?.length) {
        await add(chosen);
      }
    }),
    vscode.commands.registerCommand('byline.addSamplePosts', async () => {
      const uri = vscode.Uri.joinPath(extensionUri, 'media', 'sample-library.json');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      await add(parseCslJson(text, uri.path).posts);
    }),
    vscode.commands.registerCommand('byline.undoAddPosts', async () => {
      await undo?.();
    }),
  );
}

function announce(
  { added, enriched, known }: Made,
  reveal: (post: Post) => Promise<void>,
  undo: () => Promise<void>,
): void {
  const [first, ...others] = [...added, ...enriched, ...known];
  void (first && others.length === 0 ? reveal(first) : vscode.commands.executeCommand('byline.posts.focus'));
  const text = [
    added.length === 1 ? l10n.t('Added 1 post.') : l10n.t('Added {0} posts.', added.length),
    ...(enriched.length ? [l10n.t('{0} were there and now know more.', enriched.length)] : []),
    ...(known.length ? [l10n.t('{0} were there already.', known.length)] : []),
  ].join(' ');
  const undoLabel = l10n.t('Undo');
  void vscode.window.showInformationMessage(text, undoLabel).then(choice => {
    if (choice === undoLabel) {
      void undo();
    }
  });
}

function isPage(value: unknown): value is PageText {
  return typeof (value as PageText | undefined)?.text === 'string';
}
