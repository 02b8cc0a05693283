import * as vscode from 'vscode';
import { isProvisional, type Post } from '../../core/post';
import type { OpenLibrary } from '../library/openLibrary';
import { saving } from '../library/saving';
import { titleText } from '../views/postText';
import type { ChosenPosts } from './chosenPosts';
import type { ChangePosts } from './editPosts';

const { l10n } = vscode;

/** The commands that change posts of the library. */
export function registerEditPosts(library: OpenLibrary, chosen: ChosenPosts): vscode.Disposable {
  const change: ChangePosts = changes =>
    saving(library, posts => posts.map(post => changes.get(post.id)?.(post) ?? post));

  async function edit(post: Post | undefined): Promise<void> {
    if (post) {
      const { editPost } = await import('./editPosts');
      await editPost(post, change);
    }
  }

  async function fillIn(posts: readonly Post[]): Promise<void> {
    const { fillInPosts } = await import('./editPosts');
    await fillInPosts(posts, change);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('byline.editPost', async (...args) =>
      edit((await chosen.calledOnOrSelected(args))[0]),
    ),
    vscode.commands.registerCommand('byline.editShownPost', () => edit(chosen.shown())),
    vscode.commands.registerCommand('byline.fillInPosts', async () => {
      await library.load();
      const lacking = library.posts.filter(needsFacts);
      if (lacking.length === 0) {
        void vscode.window.showInformationMessage(l10n.t('No post lacks a title, an address or a date.'));
        return;
      }
      await fillIn(lacking);
    }),
    vscode.commands.registerCommand('byline.fillInSelectedPosts', async (...args) => {
      const posts = await chosen.calledOnOrSelected(args);
      if (posts.length) {
        await fillIn(posts);
      }
    }),
    vscode.commands.registerCommand('byline.removePosts', async (...args) => {
      const posts = await chosen.calledOnOrSelected(args);
      if (posts.length && (await confirmRemoval(posts))) {
        const ids = new Set(posts.map(post => post.id));
        let removed: readonly Post[] = [];
        const isSaved = await saving(library, all => {
          removed = all.filter(post => ids.has(post.id));
          return all.filter(post => !ids.has(post.id));
        });
        if (isSaved) {
          const { noteRemovals } = await import('./editPosts');
          await noteRemovals(library, removed);
        }
      }
    }),
  );
}

function needsFacts(post: Post): boolean {
  return isProvisional(post) || !post.url || !post.issued;
}

async function confirmRemoval(posts: readonly Post[]): Promise<boolean> {
  const remove = l10n.t('Remove');
  const question =
    posts.length === 1
      ? l10n.t('Remove “{0}” from the library?', titleText(posts[0]!))
      : l10n.t('Remove {0} posts from the library?', posts.length);
  return (await vscode.window.showWarningMessage(question, { modal: true }, remove)) === remove;
}
