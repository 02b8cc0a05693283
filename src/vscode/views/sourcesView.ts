import * as vscode from 'vscode';
import { setContext } from '../setContext';
import { hasListed } from '../sources/placesInUse';
import type { Sources } from '../sources/sources';
import type { SourcesRow } from './sourcesTree';

const { l10n } = vscode;

/** In ms: what was "now" is "a minute ago". */
const minute = 60_000;

/** The Sources view: what posts come from and how that is going. */
export function registerSourcesView(sources: Sources): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const view = vscode.window.createTreeView<SourcesRow>('byline.sources', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async row => (await sources.open()).tree.getChildren(row),
      getTreeItem: async row => (await sources.open()).tree.getTreeItem(row),
    },
    canSelectMany: true,
  });
  let progress: { readonly end: () => void } | undefined;

  function show(): void {
    const { opened } = sources;
    const { known = [], problems = [], isRefreshing = false } = opened?.sources ?? {};
    view.description = opened?.failing() ?? '';
    if (opened) opened.status.isSeen = view.visible;
    view.message = vscode.workspace.isTrusted
      ? ''
      : l10n.t('This workspace is restricted, so sources that its settings name are not read.');
    setContext('byline.refreshing', isRefreshing);
    setContext('byline.hasSources', opened ? known.length > 0 : hasListed());
    // The view is not there before there is anything to show.
    setContext('byline.showsSources', opened ? known.length + problems.length > 0 : hasListed());
    if (isRefreshing) progress ??= startProgress();
    else {
      progress?.end();
      progress = undefined;
    }
  }

  show();
  const tick = () => view.visible && changed.fire();
  const ticking = setInterval(tick, minute);
  return vscode.Disposable.from(
    changed,
    view,
    sources.onDidChange(() => {
      changed.fire();
      show();
    }),
    view.onDidChangeVisibility(() => {
      tick();
      show();
    }),
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
