import * as vscode from 'vscode';

/** What a file says, as its editor shows it if it is open; `undefined` where it can't be read. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const address = String(uri);
  const open = vscode.workspace.textDocuments.find(document => String(document.uri) === address);
  if (open) return open.getText();
  try {
    return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  } catch {
    return undefined;
  }
}
