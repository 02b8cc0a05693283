import * as vscode from 'vscode';
import { defaultSettings, parseSettings, type Settings } from '../core/settings';
import type { Place } from './placedSetting';

/** The settings as they are now, for a document where it matters. Nothing keeps them, so that a change applies at once. */
export function settings(scope?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration('byline', scope);
  return parseSettings(
    Object.fromEntries(Object.keys(defaultSettings).map(key => [key, configuration.get(key)])),
  );
}

/** The library file: where the setting says, else in `storage`, the extension's own folder. */
export function libraryUri(storage: vscode.Uri): vscode.Uri {
  const { libraryFile } = settings();
  return (libraryFile && pathUri(libraryFile)) || vscode.Uri.joinPath(storage, 'library.json');
}

/** Whose library is open: that which the workspace names, or the user's own. */
export function libraryPlace(): Place {
  const named = vscode.workspace.getConfiguration('byline').inspect<string>('libraryFile')?.workspaceValue;
  return named && vscode.workspace.isTrusted ? 'workspaceValue' : 'globalValue';
}

/**
 * A path of a setting: absolute, below the user's `home` as "~/", or relative to the first workspace folder.
 * `undefined` where there is no such folder.
 */
export function pathUri(path: string, home?: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (/^~[\\/]/.test(path)) return home && vscode.Uri.joinPath(home, path.slice(2));
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) {
    return folder && folder.scheme !== 'file' ? folder.with({ path }) : vscode.Uri.file(path);
  }
  return folder && vscode.Uri.joinPath(folder, path);
}
