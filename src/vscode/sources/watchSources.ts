import * as vscode from 'vscode';
import { isRemote, type Source } from '../../core/sources/source';
import { watchFile } from '../library/watchFile';

/** In ms without another change: a checkout changes many files at once. */
const quiet = 1000;

/** Tells of folders and files whose content changed, some time after the last change. */
export function watchSources(
  sources: readonly Source[],
  uriOf: (location: string) => string | undefined,
  onChange: (changed: readonly Source[]) => void,
): vscode.Disposable {
  const changed = new Set<Source>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watchers = sources.flatMap(source => {
    const uri = isRemote(source) ? undefined : uriOf(source.location);
    const note = () => {
      changed.add(source);
      clearTimeout(timer);
      timer = setTimeout(() => {
        onChange([...changed]);
        changed.clear();
      }, quiet);
    };
    return uri === undefined
      ? []
      : source.kind === 'folder'
        ? watchFolder(vscode.Uri.parse(uri), note)
        : watchFile(vscode.Uri.parse(uri), note);
  });
  return vscode.Disposable.from(...watchers, { dispose: () => clearTimeout(timer) });
}

function watchFolder(uri: vscode.Uri, onChange: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, '**'));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(onChange),
    watcher.onDidCreate(onChange),
    watcher.onDidDelete(onChange),
  );
}
