import * as vscode from 'vscode';
import type { OpenLibrary } from '../library/openLibrary';
import { settings } from '../settings';

/** The bibliographies in the workspace that Pandoc or Quarto reads for a document; some may not be there yet. */
export async function bibliographiesOf(
  uri: vscode.Uri,
  text: string,
  { fileSystemFor }: Pick<OpenLibrary, 'fileSystemFor'>,
): Promise<readonly vscode.Uri[]> {
  const { workspaceFolders = [], getWorkspaceFolder } = vscode.workspace;
  const root = (getWorkspaceFolder(uri) ?? workspaceFolders[0])?.uri;
  if (!root) return [];
  const { findBibliographies } = await import('../../core/bibliography/findBibliographies');
  // A new document is taken for one in the folder, a notebook's cell for its notebook.
  const place = uri.scheme === 'untitled' ? vscode.Uri.joinPath(root, 'untitled.md') : uri;
  const found = await findBibliographies({
    uri: String(place.with({ scheme: root.scheme, authority: root.authority, query: '', fragment: '' })),
    text,
    root: String(root),
    fallback: settings(uri).bibliographyFile,
    files: fileSystemFor(root),
  });
  return found.map(file => vscode.Uri.parse(file));
}
