import * as vscode from 'vscode';
import { textOf } from './textOf';

export interface BibliographyText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** The bibliographies in the workspace that the front matter of a document names for Pandoc. */
export async function bibliographiesOf(uri: vscode.Uri, text: string): Promise<BibliographyText[]> {
  if (!/^\ufeff?---/.test(text)) return [];
  const { bibliographyFileOf } = await import('../../core/bibliography/bibliographyFiles');
  const found = await Promise.all(bibliographyFileOf(text).map(name => firstOf(candidates(uri, name))));
  return found.flatMap(file => file ?? []);
}

/** Quarto looks beside the document, Pandoc in the folder that it is started in. */
function candidates(uri: vscode.Uri, name: string): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const own = vscode.workspace.getWorkspaceFolder(uri) ?? folders[0];
  const beside = uri.scheme === 'untitled' ? [] : [vscode.Uri.joinPath(uri, '..', name)];
  return [...beside, ...(own ? [vscode.Uri.joinPath(own.uri, name)] : [])].filter(
    file => vscode.workspace.getWorkspaceFolder(file) !== undefined,
  );
}

async function firstOf(uris: readonly vscode.Uri[]): Promise<BibliographyText | undefined> {
  for (const uri of uris) {
    const text = await textOf(uri);
    if (text !== undefined) return { uri, text };
  }
  return undefined;
}
