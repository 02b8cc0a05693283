import * as vscode from 'vscode';
import { writeOpml } from '../../../core/formats/opml/writeOpml';
import { problemLine, problemText } from '../../../core/problemText';
import type { Source } from '../../../core/sources/source';
import { cancellableProgress } from '../../cancellableProgress';
import { numberText } from '../../numberText';
import { addSources } from '../../sources/listedSources';
import { plainMessage } from '../../views/postText';
import { sourceCount } from '../../views/sourceText';
import { isReady, type SourcesContext } from './context';
import { summaryText, tellNone } from './refreshByHand';

const { l10n } = vscode;
const filters = { OPML: ['opml', 'xml'] };

/** Adds the feeds of an OPML file, which the user chooses unless it is given. */
export async function importSources(context: SourcesContext, uri?: vscode.Uri): Promise<void> {
  const [chosen] = uri
    ? [uri]
    : ((await vscode.window.showOpenDialog({ title: l10n.t('An OPML file of feeds'), filters })) ?? []);
  if (chosen) await importOutline(context, chosen);
}

export async function importOutline(context: SourcesContext, uri: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const source = vscode.workspace.asRelativePath(uri);
  const { problems, sources } = await context.sources.ports.parser.parse({
    kind: 'opml',
    source,
    files: [{ name: source, bytes }],
  });
  for (const problem of problems) context.library.log.warn(problemLine(problem));
  if (sources.length > 0) {
    await addOutline(context, sources);
  } else {
    const [problem = { code: 'noOutline', source } as const] = problems;
    void vscode.window.showWarningMessage(plainMessage(problemText(problem, l10n.t)));
  }
}

/** Lists feeds among the sources and reads those that are new, until the user has enough. */
export async function addOutline(context: SourcesContext, feeds: readonly Source[]): Promise<void> {
  if (!(await isReady(context))) return;
  const { sources } = context;
  const added = await addSources(feeds);
  void vscode.commands.executeCommand('byline.sources.focus');
  if (added.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('All of these feeds are among your sources already.'));
    return;
  }
  const title = l10n.t('Reading {0}', sourceCount(added.length));
  const summary = await cancellableProgress(title, (signal, progress) => {
    let left = added.length;
    const onResult = () => progress.report({ message: l10n.t('{0} left', numberText(--left)) });
    return sources.refresh(added, true, { signal, onResult });
  });
  void vscode.window.showInformationMessage(
    [
      summaryText(summary),
      ...(summary.isCancelled ? [l10n.t('What was not read yet is read with the next refresh.')] : []),
    ].join(' '),
  );
}

/** Writes the feeds among the sources into an OPML file, which the user names unless it is given. */
export async function exportSources({ sources }: SourcesContext, uri?: vscode.Uri): Promise<void> {
  await sources.load();
  if (sources.known.length === 0) {
    tellNone();
    return;
  }
  const feeds = sources.known.flatMap(({ source, state }): Source[] => {
    const name = source.name ?? state.title;
    return source.kind === 'feed' || source.feed !== undefined ? [{ ...source, ...(name && { name }) }] : [];
  });
  if (feeds.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('There are no feeds among your sources.'));
    return;
  }
  const chosen =
    uri ??
    (await vscode.window.showSaveDialog({
      title: l10n.t('Export Feeds'),
      filters,
      saveLabel: l10n.t('Export'),
    }));
  if (!chosen) return;
  const text = writeOpml(feeds, l10n.t('Sources of Byline'));
  await vscode.workspace.fs.writeFile(chosen, new TextEncoder().encode(text));
  const name = vscode.workspace.asRelativePath(chosen);
  void vscode.window.showInformationMessage(
    plainMessage(
      feeds.length === 1
        ? l10n.t('Exported 1 feed to {0}.', name)
        : l10n.t('Exported {0} feeds to {1}.', numberText(feeds.length), name),
    ),
  );
}
