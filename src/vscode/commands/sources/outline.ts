import * as vscode from 'vscode';
import { problemLine } from '../../../core/problemText';
import type { Source } from '../../../core/sources/source';
import { addSources } from '../../sources/listedSources';
import type { SourcesContext } from './context';
import { sourceCount, summaryText } from './refreshByHand';

const { l10n } = vscode;
const filters = { OPML: ['opml', 'xml'] };

/** Adds the feeds of an OPML file that the user chooses. */
export async function importSources(context: SourcesContext): Promise<void> {
  const [uri] =
    (await vscode.window.showOpenDialog({ title: l10n.t('An OPML file of feeds'), filters })) ?? [];
  if (uri) await importOutline(context, uri);
}

export async function importOutline(context: SourcesContext, uri: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const source = vscode.workspace.asRelativePath(uri);
  const parsed = await context.sources.ports.parser.parse({
    kind: 'opml',
    source,
    files: [{ name: source, bytes }],
  });
  for (const problem of parsed.problems) context.library.log.warn(problemLine(problem));
  await addOutline(context, parsed.sources);
}

/** Lists feeds among the sources and reads those that are new, until the user has enough. */
export async function addOutline(context: SourcesContext, feeds: readonly Source[]): Promise<void> {
  if (feeds.length === 0) {
    void vscode.window.showWarningMessage(
      l10n.t('This file lists no feeds. An OPML file has an outline with an xmlUrl for each.'),
    );
    return;
  }
  const { sources } = context;
  const added = await addSources(feeds);
  await sources.load();
  void vscode.commands.executeCommand('byline.sources.focus');
  if (added.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('All of these feeds are among your sources already.'));
    return;
  }
  const summary = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Reading {0}', sourceCount(added.length)),
      cancellable: true,
    },
    (progress, token) => {
      const counting = sources.onDidChange(() => {
        const left = added.filter(feed =>
          sources.known.some(known => known.isRefreshing && known.source.location === feed.location),
        );
        progress.report({ message: l10n.t('{0} left', left.length) });
      });
      token.onCancellationRequested(() => sources.stop());
      return sources.refresh(added, true).finally(() => counting.dispose());
    },
  );
  void vscode.window.showInformationMessage(
    !summary.isCancelled
      ? summaryText(summary)
      : l10n.t('Stopped. The sources that were not read yet are read with the next refresh.'),
  );
}
