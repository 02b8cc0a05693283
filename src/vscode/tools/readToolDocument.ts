import * as vscode from 'vscode';
import type { ToolDocument } from '../../core/tools';
import { largestDocument, notMarkdown } from '../../core/tools/toolDocument';
import type { BibliographyKeys } from '../languages/bibliographyKeys';
import { dialectOfDocument } from '../languages/citingDocument';

/**
 * A Markdown document of the workspace as it stands in the editor: who asks is a model, which somebody may have told to
 * look elsewhere. A sentence for the model where it is another file, or can't be read.
 */
export async function readToolDocument(path: string, keys: BibliographyKeys): Promise<ToolDocument | string> {
  const refusal = notMarkdown(path);
  if (refusal !== undefined) return refusal;
  const uri = await uriOf(path);
  if (!uri)
    return `No folder of the workspace has this file with at most ${largestDocument} bytes. Check the path, or give the Markdown as “text”.`;
  const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (!document) return 'The file is no text. Check the path.';
  const dialect = dialectOfDocument(document) ?? 'markdown';
  const text = document.getText();
  const bibliography = await keys.of(uri, text);
  return { text, dialect, ...(bibliography && { bibliography }) };
}

/** Of a file in a folder of the workspace: of a path within it, a whole path, or a URI. */
async function uriOf(path: string): Promise<vscode.Uri | undefined> {
  const { workspaceFolders = [], getWorkspaceFolder, fs } = vscode.workspace;
  const places = workspaceFolders.flatMap(({ uri }) => [
    vscode.Uri.joinPath(uri, path),
    ...(/^(?:\/|[A-Za-z]:[\\/])/.test(path) ? [uri.with({ path: vscode.Uri.file(path).path })] : []),
  ]);
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) places.push(vscode.Uri.parse(path));
  for (const uri of places) {
    // The folders of a path may lead out of it.
    if (!getWorkspaceFolder(uri)) continue;
    const stat = await fs.stat(uri).then(undefined, () => undefined);
    if (stat && stat.type === vscode.FileType.File && stat.size <= largestDocument) return uri;
  }
  return undefined;
}
