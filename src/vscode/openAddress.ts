import * as vscode from 'vscode';

/** Opens an http(s) address in the browser. */
export async function openAddress(url: string): Promise<void> {
  // A Uri would be written out again with other escapes ("%2F" as "/"); a text goes as it is.
  await vscode.env.openExternal(url as unknown as vscode.Uri);
}
