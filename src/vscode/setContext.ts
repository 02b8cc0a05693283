import * as vscode from 'vscode';

/** Sets a context key for the `when` clauses of the manifest. */
export function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
