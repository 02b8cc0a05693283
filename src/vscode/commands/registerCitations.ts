import * as vscode from 'vscode';
import type { CitingContext } from './citing/context';

type Commands = typeof import('./citeCommands');

/** The commands that find posts and cite them. */
export function registerCitations(context: CitingContext): vscode.Disposable {
  const { chosen } = context;
  const register = (name: string, run: (commands: Commands, args: readonly unknown[]) => unknown) =>
    vscode.commands.registerCommand(name, async (...args) => run(await import('./citeCommands'), args));

  return vscode.Disposable.from(
    register('byline.insertCitation', async ({ insertPosts, pickToCite }, args) => {
      const posts = await chosen.calledOn(args);
      await (posts.length ? insertPosts(context, posts) : pickToCite(context, { asks: false }));
    }),
    register('byline.insertShownPost', async ({ insertPosts }) => {
      const post = chosen.shown();
      if (post) await insertPosts(context, [post]);
    }),
    register('byline.openShownPost', async ({ openPost }) => {
      const post = chosen.shown();
      if (post) await openPost(post);
    }),
    register('byline.insertCitationAs', async ({ insertAs, pickToCite }, args) => {
      const posts = await chosen.calledOn(args);
      await (posts.length ? insertAs(context, posts) : pickToCite(context, { asks: true }));
    }),
    register('byline.editCitation', ({ editCitation }) => editCitation(context)),
    register('byline.editWording', ({ editWording }) => editWording(context)),
    register('byline.searchPosts', ({ pickToShow }, [query]) =>
      pickToShow(context, typeof query === 'string' ? query : ''),
    ),
    register('byline.collectPost', ({ collectActivePost }) => collectActivePost()),
    register('byline.copyCitation', async ({ copyPosts }, args) =>
      copyPosts(context, await chosen.calledOnOrSelected(args)),
    ),
    register('byline.openPost', async ({ openPost }, args) => {
      for (const post of await chosen.calledOnOrSelected(args)) await openPost(post);
    }),
  );
}
