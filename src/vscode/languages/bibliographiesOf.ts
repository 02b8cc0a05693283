import * as vscode from 'vscode';
import type { FoundBibliographies } from '../../core/bibliography/findBibliographies';
import type { OpenLibrary } from '../library/openLibrary';
import { settings } from '../settings';

/** What Pandoc or Quarto reads for a document: `files` of the workspace, of which some may not be there yet. */
export interface Bibliographies extends Pick<FoundBibliographies, 'elsewhere' | 'references'> {
  readonly files: readonly vscode.Uri[];
}

/** The bibliographies in the workspace that Pandoc or Quarto reads for a document; some may not be there yet. */
export async function bibliographiesOf(
  ...request: Parameters<typeof allBibliographiesOf>
): Promise<readonly vscode.Uri[]> {
  return (await allBibliographiesOf(...request)).files;
}

/** As `bibliographiesOf`, with those that are nowhere in the workspace. */
export async function allBibliographiesOf(
  uri: vscode.Uri,
  text: string,
  { fileSystemFor }: Pick<OpenLibrary, 'fileSystemFor'>,
): Promise<Bibliographies> {
  const { workspaceFolders = [], getWorkspaceFolder } = vscode.workspace;
  const root = (getWorkspaceFolder(uri) ?? workspaceFolders[0])?.uri;
  if (!root) return { files: [], elsewhere: [] };
  const { findBibliographies } = await import('../../core/bibliography/findBibliographies');
  // A new document is taken for one in the folder, a notebook's cell for its notebook.
  const place = uri.scheme === 'untitled' ? vscode.Uri.joinPath(root, 'untitled.md') : uri;
  const { uris, ...found } = await findBibliographies({
    uri: String(place.with({ scheme: root.scheme, authority: root.authority, query: '', fragment: '' })),
    text,
    root: String(root),
    fallback: settings(uri).bibliographyFile,
    files: fileSystemFor(root),
  });
  return { ...found, files: uris.map(file => vscode.Uri.parse(file)) };
}
