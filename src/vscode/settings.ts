import * as vscode from 'vscode';
import { defaultSettings, parseSettings, type Settings } from '../core/settings';

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
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (/^(\/|[A-Za-z]:[\\/])/.test(libraryFile)) {
    return folder && folder.scheme !== 'file'
      ? folder.with({ path: libraryFile })
      : vscode.Uri.file(libraryFile);
  }
  return libraryFile && folder
    ? vscode.Uri.joinPath(folder, libraryFile)
    : vscode.Uri.joinPath(storage, 'library.json');
}
