import * as vscode from 'vscode';
import { attempt } from '../attempt';
import type { OpenLibrary } from '../library/openLibrary';
import type { Sources } from '../sources/sources';
import type { AddPosts } from './adding/addPosts';
import { givenArguments } from './chosenPosts';
import type { SourcesContext } from './sources/context';

type Commands = typeof import('./sourceCommands');

/** The commands on sources. `showPosts` narrows the Posts view to what a query finds. */
export function registerSources(
  sources: Sources,
  library: OpenLibrary,
  addPosts: AddPosts,
  showPosts: (query: string) => Promise<void>,
): vscode.Disposable {
  const attempting = (run: (commands: Commands, context: SourcesContext) => Promise<void>) =>
    attempt(library.log, async () => {
      await run(await import('./sourceCommands'), { ...(await sources.open()), library, addPosts });
    });
  const register = (
    name: string,
    run: (commands: Commands, context: SourcesContext, args: readonly unknown[]) => Promise<void>,
  ) =>
    vscode.commands.registerCommand(name, (...args) =>
      attempting((commands, context) => run(commands, context, args)),
    );

  return vscode.Disposable.from(
    register('byline.addSource', async ({ addSource }, context, args) => {
      const { location } = await givenArguments('byline.addSource', args);
      await addSource(context, typeof args[0] === 'string' ? args[0] : (location ?? uriOf(args[0])));
    }),
    register('byline.importSources', ({ importSources }, context, [given]) =>
      importSources(context, uriOf(given)),
    ),
    register('byline.exportSources', ({ exportSources }, context, [given]) =>
      exportSources(context, uriOf(given)),
    ),
    register('byline.refreshSources', ({ refreshAll }, context) => refreshAll(context)),
    register('byline.refreshSource', ({ chosenIn, refreshByHand, withFeeds }, context, rows) => {
      const chosen = chosenIn(rows).map(({ source }) => source);
      return refreshByHand(context, withFeeds(context, chosen));
    }),
    register('byline.stopRefreshing', async (_, context) => context.sources.stop()),
    register('byline.editSource', async ({ chosenIn, editSource }, context, rows) => {
      const [known] = chosenIn(rows);
      if (known) await editSource(context, known);
    }),
    register('byline.useNewAddress', ({ chosenIn, useNewAddresses }, context, rows) =>
      useNewAddresses(context, chosenIn(rows)),
    ),
    register('byline.removeSources', ({ chosenIn, removeSources }, context, rows) =>
      removeSources(context, chosenIn(rows)),
    ),
    register('byline.copySourceLocation', async ({ chosenIn }, _, rows) =>
      vscode.env.clipboard.writeText(
        chosenIn(rows)
          .map(({ source }) => source.location)
          .join('\n'),
      ),
    ),
    register('byline.openSource', async ({ chosenIn, openSource }, context, rows) => {
      for (const known of chosenIn(rows)) await openSource(context, known);
    }),
    register('byline.allowSourceHost', async ({ allowHost, chosenIn, refreshByHand }, context, rows) => {
      const [known] = chosenIn(rows);
      if (known?.state.failure && (await allowHost(known.state.failure))) {
        await refreshByHand(context, [known.source]);
      }
    }),
    register('byline.openSourceSettings', ({ openSourceSettings }, _, [row]) => openSourceSettings(row)),
    register('byline.showPostsOfSource', async ({ chosenIn, queryOf }, context, rows) => {
      const [known] = chosenIn(rows);
      if (known) await showPosts(queryOf(context, known));
    }),
    vscode.window.registerUriHandler({
      handleUri: uri => attempting(({ addFromOutside }, context) => addFromOutside(context, uri)),
    }),
  );
}

function uriOf(given: unknown): vscode.Uri | undefined {
  return given instanceof vscode.Uri ? given : undefined;
}
