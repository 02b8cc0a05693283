import * as vscode from 'vscode';
import type { Source } from '../../core/sources/source';
import { sourceId } from '../../core/sources/sourceId';
import { attempt } from '../attempt';
import type { OpenLibrary } from '../library/openLibrary';
import { type KnownSource, sourceName } from '../sources/knownSource';
import type { OpenSources } from '../sources/openSources';
import type { SourceProblemRow, SourcesRow } from '../views/sourcesTree';
import type { AddPosts } from './addPosts';

/** The commands on sources. `showPosts` narrows the Posts view to what a query finds. */
export function registerSources(
  sources: OpenSources,
  library: OpenLibrary,
  addPosts: AddPosts,
  showPosts: (query: string) => Promise<void>,
): vscode.Disposable {
  const register = (name: string, run: (...args: unknown[]) => Promise<void>) =>
    vscode.commands.registerCommand(name, (...args) => attempt(library.log, () => run(...args)));
  const context = { sources, library, addPosts };

  async function refresh(chosen: readonly Source[]): Promise<void> {
    const { refreshByHand } = await import('./sourceCommands');
    await refreshByHand(context, chosen);
  }

  return vscode.Disposable.from(
    register('byline.addSource', async given => {
      const { addSource } = await import('./sourceCommands');
      await addSource(context, typeof given === 'string' ? given : uriOf(given));
    }),
    register('byline.importSources', async given => {
      const { importSources } = await import('./sourceCommands');
      await importSources(context, uriOf(given));
    }),
    register('byline.exportSources', async given => {
      const { exportSources } = await import('./sourceCommands');
      await exportSources(context, uriOf(given));
    }),
    register('byline.refreshSources', async () => {
      const { refreshAll } = await import('./sourceCommands');
      await refreshAll(context);
    }),
    register('byline.refreshSource', async (...rows) => refresh(chosenIn(rows).map(({ source }) => source))),
    register('byline.stopRefreshing', async () => sources.stop()),
    register('byline.editSource', async (...rows) => {
      const [known] = chosenIn(rows);
      const { editSource } = await import('./sourceCommands');
      if (known) await editSource(context, known);
    }),
    register('byline.removeSources', async (...rows) => {
      const { removeSources } = await import('./sourceCommands');
      await removeSources(context, chosenIn(rows));
    }),
    register('byline.copySourceLocation', async (...rows) =>
      vscode.env.clipboard.writeText(
        chosenIn(rows)
          .map(({ source }) => source.location)
          .join('\n'),
      ),
    ),
    register('byline.openSource', async (...rows) => {
      const { openSource } = await import('./sourceCommands');
      for (const known of chosenIn(rows)) await openSource(context, known);
    }),
    register('byline.allowSourceHost', async (...rows) => {
      const [known] = chosenIn(rows);
      const { allowHost } = await import('./sourceCommands');
      if (known?.state.failure && (await allowHost(known.state.failure))) await refresh([known.source]);
    }),
    register('byline.openSourceSettings', async row => {
      const { place } = (row ?? {}) as Partial<SourceProblemRow>;
      await vscode.commands.executeCommand(
        place === 'workspaceValue'
          ? 'workbench.action.openWorkspaceSettingsFile'
          : 'workbench.action.openSettingsJson',
        { revealSetting: { key: 'byline.sources', edit: false } },
      );
    }),
    register('byline.showPostsOfSource', async (...rows) => {
      const [known] = chosenIn(rows);
      if (!known) return;
      const name = sourceName(known);
      const isShared = sources.known.some(
        other => other.source !== known.source && sourceName(other) === name,
      );
      await showPosts(`from:"${(isShared ? sourceId(known.source) : name).replaceAll('"', ' ')}"`);
    }),
    vscode.window.registerUriHandler({
      handleUri: uri =>
        attempt(library.log, async () => {
          const { addFromOutside } = await import('./sourceCommands');
          await addFromOutside(context, uri);
        }),
    }),
  );
}

function uriOf(given: unknown): vscode.Uri | undefined {
  return given instanceof vscode.Uri ? given : undefined;
}

/** What a command of the Sources view is called on: the row of the menu and all that are selected, groups with all in them. */
function chosenIn([row, selection]: readonly unknown[]): KnownSource[] {
  const rows = (Array.isArray(selection) ? selection : row ? [row] : []) as readonly SourcesRow[];
  const chosen = rows.flatMap(row =>
    row.kind === 'source' ? [row.known] : row.kind === 'group' ? row.sources : [],
  );
  return [...new Map(chosen.map(known => [known.source.location, known])).values()];
}
