import * as vscode from 'vscode';
import type { TextEdit } from '../../../core/document/textEdit';
import { plainMessage } from '../../views/postText';

const { l10n } = vscode;

export function vscodeEdits(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map(({ start, end, text }) =>
    vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text),
  );
}

/** Changes a document in one step to undo; cursors stay where they are. Tells it when that can't be done. */
export async function editDocument(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<void> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.set(document.uri, vscodeEdits(document, edits));
  if (await vscode.workspace.applyEdit(workspaceEdit)) return;
  void vscode.window.showErrorMessage(
    plainMessage(l10n.t('{0} could not be changed. Check that it can be written.', document.fileName)),
  );
}

/** Says in the status bar what was done. */
export function tellDone(text: string): void {
  vscode.window.setStatusBarMessage(text, 5000);
}
