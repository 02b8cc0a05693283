import * as vscode from 'vscode';
import { givenArguments } from './chosenPosts';
import type { CitingContext } from './citing/context';

type Commands = typeof import('./citeCommands');

/** The commands that find posts and cite them. */
export function registerCitations(context: CitingContext): vscode.Disposable {
  const { chosen } = context;
  const register = (name: string, run: (commands: Commands, args: readonly unknown[]) => unknown) =>
    vscode.commands.registerCommand(name, async (...args) => run(await import('./citeCommands'), args));

  return vscode.Disposable.from(
    register('byline.insertCitation', ({ insertCalled }, args) => insertCalled(context, args)),
    register('byline.insertShownPost', async ({ insertPosts }) => {
      const post = chosen.shown();
      if (post) await insertPosts(context, [post]);
    }),
    register('byline.openShownPost', async ({ openPost }) => {
      const post = chosen.shown();
      if (post) await openPost(post);
    }),
    register('byline.insertCitationAs', ({ insertCalledAs }, args) => insertCalledAs(context, args)),
    register('byline.editCitation', ({ editCitation }) => editCitation(context)),
    register('byline.editWording', ({ editWording }) => editWording(context)),
    register('byline.searchPosts', ({ showCalled }, args) => showCalled(context, args)),
    register('byline.copyCitation', ({ copyCalled }, args) => copyCalled(context, args)),
    register('byline.openPost', async ({ openPost }, args) => {
      await givenArguments('byline.openPost', args);
      for (const post of await chosen.calledOnOrSelected(args)) await openPost(post);
    }),
  );
}
