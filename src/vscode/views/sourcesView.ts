import * as vscode from 'vscode';
import { setContext } from '../setContext';
import { conditionOf } from '../sources/knownSource';
import { listedSources } from '../sources/listedSources';
import type { OpenSources } from '../sources/openSources';
import { SourcesTree } from './sourcesTree';

const { l10n } = vscode;

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
    const failing = sources.known.filter(known => ['stale', 'gone'].includes(conditionOf(known))).length;
    view.description = failing > 0 ? l10n.t('{0} stale', failing) : '';
    setContext('byline.refreshing', sources.isRefreshing);
    setContext('byline.hasSources', sources.known.length > 0);
    if (sources.isRefreshing) progress ??= startProgress();
    else {
      progress?.end();
      progress = undefined;
    }
  }

  // The view is not there before there are any.
  setContext('byline.hasSources', listedSources().sources.length > 0);
  return vscode.Disposable.from(tree, view, sources.onDidChange(show), { dispose: () => progress?.end() });
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
