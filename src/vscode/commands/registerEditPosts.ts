import * as vscode from 'vscode';
import { missingFacts } from '../../core/library/missingFacts';
import type { Post } from '../../core/post';
import type { CitedPosts } from '../library/citedPosts';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';
import { saving } from '../library/saving';
import { numberText } from '../numberText';
import type { Sources } from '../sources/sources';
import type { DetailsRow } from '../views/detailsRow';
import type { DetailsView } from '../views/detailsView';
import { titleText } from '../views/postText';
import { type ChosenPosts, givenArguments } from './chosenPosts';
import type { ChangePosts } from './editing/editPosts';
import type { PostEdits } from './editing/postEdits';

const { l10n } = vscode;

/** What the commands that change posts work with. */
export interface EditContext {
  readonly library: OpenLibrary;
  readonly known: KnownLibrary;
  readonly cited: CitedPosts;
  readonly sources: Sources;
  readonly chosen: ChosenPosts;
  readonly details: DetailsView;
}

type Commands = typeof import('./editing/editPosts');

/** The commands that change posts of the library. */
export function registerEditPosts(context: EditContext): vscode.Disposable {
  const { library, known, cited, sources, chosen, details } = context;
  let edits: PostEdits | undefined;
  /** The last fact that was asked for, and the focus on its way back to a row. */
  let asked: object | undefined;
  let returning: Promise<void> = Promise.resolve();
  const editsOf = ({ PostEdits }: Commands) => {
    edits ??= new PostEdits(library);
    return edits;
  };
  const change: ChangePosts = async changes => editsOf(await import('./editing/editPosts')).change(changes);
  const register = (
    name: string,
    run: (commands: Commands, args: readonly unknown[]) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(name, async (...args) => run(await import('./editing/editPosts'), args));

  async function edit({ editPost }: Commands, post: Post | undefined): Promise<void> {
    if (post) await editPost(post, change, await known.load());
  }

  async function fillIn({ fillInPosts }: Commands, posts: readonly Post[]): Promise<void> {
    if (posts.length) await fillInPosts(posts, change, await known.load());
  }

  return vscode.Disposable.from(
    register('byline.undoEdit', commands => editsOf(commands).undo()),
    register('byline.editPost', async (commands, args) => {
      await givenArguments('byline.editPost', args);
      await edit(commands, (await chosen.calledOnOrSelected(args))[0]);
    }),
    register('byline.editShownPost', commands => edit(commands, chosen.shown())),
    register('byline.editFact', async ({ editFact, tellCitedKey }, [called]) => {
      const row = (called as DetailsRow | undefined) ?? details.selected;
      const post = row?.fact && library.post(row.post.id);
      if (!post) return;
      if (row.fact === 'id' && (await tellCitedKey(post, cited))) return;
      const asking = {};
      asked = asking;
      await returning; // or the focus would leave the input that opens
      // Before saving, as by then somebody may be elsewhere; the row stays the same by its id.
      const focus = () => {
        if (asked === asking) returning = details.focus(row.id).catch(() => {}); // a row may be gone by now
        return returning;
      };
      await editFact(post, row.fact!, change, await known.load(), focus);
    }),
    register('byline.copyFact', async ({ editedFacts }, [called]) => {
      const row = (called as DetailsRow | undefined) ?? details.selected;
      if (row?.fact) await vscode.env.clipboard.writeText(editedFacts[row.fact].value(row.post));
    }),
    register('byline.fillInFromAddress', async (commands, args) => {
      const [post = chosen.shown()] = await chosen.calledOn(args);
      if (post) await commands.fillInFromAddress(post, sources, editsOf(commands));
    }),
    register('byline.fillInPosts', async commands => {
      await library.load();
      const lacking = library.posts.filter(post => missingFacts(post).some(isNeeded));
      if (lacking.length === 0) {
        void vscode.window.showInformationMessage(l10n.t('No post lacks a title, an address or a date.'));
        return;
      }
      await fillIn(commands, lacking);
    }),
    register('byline.fillInSelectedPosts', async (commands, args) =>
      fillIn(commands, await chosen.calledOnOrSelected(args)),
    ),
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
          const { noteRemovals } = await import('./editing/editPosts');
          await noteRemovals(library, removed);
        }
      }
    }),
  );
}

/** What a list that was copied can tell. */
function isNeeded(fact: string): boolean {
  return fact === 'title' || fact === 'url' || fact === 'issued';
}

async function confirmRemoval(posts: readonly Post[]): Promise<boolean> {
  const remove = l10n.t('Remove');
  const question =
    posts.length === 1
      ? l10n.t('Remove “{0}” from the library?', titleText(posts[0]!))
      : l10n.t('Remove {0} posts from the library?', numberText(posts.length));
  return (await vscode.window.showWarningMessage(question, { modal: true }, remove)) === remove;
}
