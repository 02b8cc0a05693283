import * as vscode from 'vscode';
import { setContext } from '../setContext';
import { hasListed } from '../sources/listedSources';
import type { OpenSources } from '../sources/openSources';
import { SourcesTree } from './sourcesTree';
import { failingText } from './sourceText';

const { l10n } = vscode;

/** In ms: what was "now" is "a minute ago". */
const minute = 60_000;

/** The Sources view: what posts come from and how that is going. */
export function registerSourcesView(sources: OpenSources): vscode.Disposable {
  const tree = new SourcesTree(sources);
  const view = vscode.window.createTreeView('byline.sources', {
    treeDataProvider: tree,
    canSelectMany: true,
  });
  let progress: { readonly end: () => void } | undefined;

  function show(): void {
    tree.refresh();
    view.description = failingText(sources.known);
    view.message = vscode.workspace.isTrusted
      ? ''
      : l10n.t('This workspace is restricted, so sources that its settings name are not read.');
    setContext('byline.refreshing', sources.isRefreshing);
    setContext('byline.hasSources', sources.known.length > 0);
    setContext('byline.showsSources', sources.known.length + sources.problems.length > 0);
    if (sources.isRefreshing) progress ??= startProgress();
    else {
      progress?.end();
      progress = undefined;
    }
  }

  // The view is not there before there is anything to show.
  setContext('byline.hasSources', hasListed());
  setContext('byline.showsSources', hasListed());
  const ticking = setInterval(() => view.visible && tree.refresh(), minute);
  return vscode.Disposable.from(
    tree,
    view,
    sources.onDidChange(show),
    view.onDidChangeVisibility(({ visible }) => visible && tree.refresh()),
    { dispose: () => clearInterval(ticking) },
    { dispose: () => progress?.end() },
  );
}

/** The moving line at the top of the view. */
function startProgress(): { readonly end: () => void } {
  let end = () => {};
  const done = new Promise<void>(resolve => {
    end = resolve;
  });
  void vscode.window.withProgress({ location: { viewId: 'byline.sources' } }, () => done);
  return { end };
}
